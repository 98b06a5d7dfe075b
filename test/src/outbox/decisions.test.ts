import { describe, expect, it, test } from 'vitest'
import type { Failure } from '../../../src/shared/failure.ts'
import { backoffMs, classOf } from '../../../src/outbox/classify.ts'
import { dueSteps, nextDueAt } from '../../../src/outbox/lanes.ts'
import { afterAbsence, verifyDueAt } from '../../../src/outbox/verify.ts'
import { anOp } from '../../support/builders.ts'

const ATTEMPT = { begunAt: 1_000, endedAt: 2_000, baselineIds: [], clockOffsetMs: 0, outcome: 'ambiguous' as const }

describe('what a failure means for a mutation', () => {
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

  it('waits longer the more often it was in vain, and never longer than five minutes', () => {
    expect(backoffMs(0, 0.999)).toBeLessThan(1_000)
    expect(backoffMs(3, 0.5)).toBe(4_000)
    expect(backoffMs(50, 0.999)).toBeLessThan(5 * 60_000)
    expect(backoffMs(50, 0)).toBe(0)
  })
})

describe('lanes', () => {
  const none = new Set<string>()

  it('moves only the head of a conversation, in the order it was said', () => {
    const ops = [
      anOp({ seq: 1, id: 'a' }),
      anOp({ seq: 2, id: 'b' }),
      anOp({ seq: 3, id: 'c', conversationId: 'conv_2' }),
    ]
    expect(dueSteps(ops, 0, none).map((step) => step.op.id)).toEqual(['a', 'c'])
  })

  test.each(['failed', 'asking', 'held', 'sending'] as const)(
    'a head that is %s holds its own lane and no other',
    (state) => {
      const ops = [
        anOp({ seq: 1, id: 'a', state }),
        anOp({ seq: 2, id: 'b' }),
        anOp({ seq: 3, id: 'c', conversationId: 'conv_2' }),
      ]
      expect(dueSteps(ops, 0, none).map((step) => step.op.id)).toEqual(['c'])
    },
  )

  it('serves no conversation twice at once, and four at most', () => {
    const ops = [1, 2, 3, 4, 5, 6].map((seq) => anOp({ seq, id: `op${seq}`, conversationId: `conv_${seq}` }))
    expect(dueSteps(ops, 0, none)).toHaveLength(4)
    expect(dueSteps(ops, 0, new Set(['conv_1', 'conv_2', 'conv_3'])).map((step) => step.op.id)).toEqual(['op4'])
  })

  it('waits until an op is due, and knows when that is', () => {
    const ops = [anOp({ notBefore: 5_000 })]
    expect(dueSteps(ops, 4_999, none)).toEqual([])
    expect(nextDueAt(ops, none)).toBe(5_000)
    expect(dueSteps(ops, 5_000, none)).toHaveLength(1)
    expect(nextDueAt([anOp({ state: 'failed' })], none)).toBeNull()
  })

  it('reads back an uncertain op instead of sending it', () => {
    const op = anOp({ state: 'uncertain', attempts: [ATTEMPT], verify: { absentReads: 0, round: 0, readAt: null } })
    expect(dueSteps([op], 3_999, none)).toEqual([])
    expect(dueSteps([op], 4_000, none)).toEqual([{ op, do: 'verify' }])
  })
})

describe('reading back', () => {
  it('looks after 2, 5, 15, 30, 60 and 120 seconds', () => {
    const dueAt = [0, 1, 2, 3, 4, 5, 6].map((round) =>
      verifyDueAt(anOp({ attempts: [ATTEMPT], verify: { absentReads: 0, round, readAt: null } })),
    )
    expect(dueAt).toEqual([4_000, 7_000, 17_000, 32_000, 62_000, 122_000, 122_000])
  })

  it('concludes nothing before two good reads and the settle time', () => {
    const early = anOp({ attempts: [ATTEMPT], verify: { absentReads: 5, round: 5, readAt: 60_000 } })
    expect(afterAbsence(early, 121_999)).toBe('look again')
    const single = anOp({ attempts: [ATTEMPT], verify: { absentReads: 0, round: 5, readAt: null } })
    expect(afterAbsence(single, 200_000)).toBe('look again')
    expect(afterAbsence(early, 122_000)).toBe('send again')
  })

  it('sends again by itself twice at most, then asks', () => {
    const verify = { absentReads: 4, round: 5, readAt: null }
    expect(afterAbsence(anOp({ attempts: [ATTEMPT, ATTEMPT], verify }), 200_000)).toBe('send again')
    expect(afterAbsence(anOp({ attempts: [ATTEMPT, ATTEMPT, ATTEMPT], verify }), 200_000)).toBe('ask')
  })
})
