import { describe, expect, it, test } from 'vitest'
import type { Op } from '../../../src/db/op.ts'
import { messageAgreedWith } from '../../../src/outbox/decisions.ts'
import type { Failure } from '../../../src/shared/failure.ts'
import { backoffMs, classOf } from '../../../src/outbox/engine/classify.ts'
import { headsOf } from '../../../src/outbox/engine/lanes.ts'
import { concludeFromAbsence, nextReadAfterMs, VERIFY_SCHEDULE } from '../../../src/outbox/engine/verify-schedule.ts'
import { anOp } from '../../support/builders.ts'

const ATTEMPT = { begunAt: 1_000, endedAt: 2_000, baselineIds: [], clockOffsetMs: 0, outcome: 'ambiguous' as const }

describe('classOf', () => {
  const table: readonly [Failure, ReturnType<typeof classOf>][] = [
    [{ kind: 'unreachable', code: 'ENOTFOUND' }, 'not-applied'],
    [{ kind: 'throttled', retryAfterMs: 1_000 }, 'not-applied'],
    [{ kind: 'interrupted', code: 'ECONNRESET' }, 'ambiguous'],
    [{ kind: 'server', status: 502, words: null }, 'ambiguous'],
    [{ kind: 'unreadable', status: 200, why: 'not JSON' }, 'ambiguous'],
    [{ kind: 'unauthorized', status: 401, words: 'Invalid API key' }, 'auth'],
    [{ kind: 'rejected', status: 404, words: 'Conversation not found' }, 'rejected'],
    [{ kind: 'refused', words: 'no' }, 'rejected'],
  ]
  test.each(table)('%j is %s', (failure, expected) => {
    expect(classOf(failure)).toBe(expected)
  })

  it('backoffMs grows with the tries, up to five minutes', () => {
    expect(backoffMs(0, 0.999)).toBeLessThan(1_000)
    expect(backoffMs(3, 0.5)).toBe(4_000)
    expect(backoffMs(50, 0.999)).toBeLessThan(5 * 60_000)
    expect(backoffMs(50, 0)).toBe(0)
  })
})

describe('headsOf', () => {
  it('returns the first op of each conversation by seq', () => {
    const ops = [
      anOp({ seq: 1, id: 'a' }),
      anOp({ seq: 2, id: 'b' }),
      anOp({ seq: 3, id: 'c', conversationId: 'conv_2' }),
    ]
    expect(headsOf(ops).map((op) => op.id)).toEqual(['a', 'c'])
  })
})

describe('the verify schedule', () => {
  const verify = { absentReads: 5, round: 5, readAt: null }

  it('reads back after 2, 5, 15, 30, 60 and 120 seconds', () => {
    const readsAfterMs = [0, 1, 2, 3, 4, 5, 6].map((round) =>
      nextReadAfterMs(VERIFY_SCHEDULE, anOp({ verify: { ...verify, round } })),
    )
    expect(readsAfterMs).toEqual([2_000, 5_000, 15_000, 30_000, 60_000, 120_000, 120_000])
  })

  it('concludes nothing before two successful reads and the settle time', () => {
    const op = anOp({ attempts: [ATTEMPT], verify })
    expect(concludeFromAbsence(VERIFY_SCHEDULE, op, 119_999)).toBe('read again')
    expect(
      concludeFromAbsence(
        VERIFY_SCHEDULE,
        anOp({ attempts: [ATTEMPT], verify: { ...verify, absentReads: 0 } }),
        200_000,
      ),
    ).toBe('read again')
    expect(concludeFromAbsence(VERIFY_SCHEDULE, op, 120_000)).toBe('send again')
  })

  it('sends again twice, then asks; a confirmation by the user restarts the count', () => {
    const thrice = anOp({ attempts: [ATTEMPT, ATTEMPT, ATTEMPT], verify })
    expect(concludeFromAbsence(VERIFY_SCHEDULE, anOp({ attempts: [ATTEMPT, ATTEMPT], verify }), 200_000)).toBe(
      'send again',
    )
    expect(concludeFromAbsence(VERIFY_SCHEDULE, thrice, 200_000)).toBe('ask')
    expect(concludeFromAbsence(VERIFY_SCHEDULE, { ...thrice, confirmed: { at: 0, doubtful: 2 } }, 200_000)).toBe(
      'send again',
    )
  })
})

describe('messageAgreedWith', () => {
  const RESTORED = { restoredAt: 5_000, confirmed: null }
  const create = anOp({
    ...{ seq: 1, id: 'create', state: 'asking', question: { why: 'restored' }, ...RESTORED },
    intent: { kind: 'create', channel: 'sms', customerPhone: '+12025550143' },
  })
  const first = anOp({ seq: 2, id: 'first', state: 'uncertain', ...RESTORED })
  const second = anOp({ seq: 3, id: 'second', state: 'uncertain', ...RESTORED })

  test.each<[string, Op, readonly Op[], string | undefined]>([
    ['the first message', create, [create, first, second], 'first'],
    ['nothing without a message', create, [create], undefined],
    ['nothing that asks already', create, [create, { ...first, state: 'asking' }], undefined],
    ['nothing that was written here', create, [create, anOp({ seq: 2, state: 'uncertain' })], undefined],
    ['nothing with another question', { ...create, question: { why: 'old' } }, [create, first], undefined],
    ['nothing with another message', { ...first, question: { why: 'restored' } }, [first, second], undefined],
  ])('finds %s', (_, op, ops, id) => {
    expect(messageAgreedWith(op, ops)?.id).toBe(id)
  })
})
