import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { findArrival } from '../../../src/db/arrival.ts'
import type { OpState } from '../../../src/db/op.ts'
import { classOf, backoffMs } from '../../../src/outbox/engine/classify.ts'
import { newerMessages } from '../../../src/outbox/engine/guard.ts'
import { ACTS, actsOn } from '../../../src/outbox/decisions.ts'
import { assertLegalMove, LEGAL_MOVES } from '../../../src/outbox/engine/transitions.ts'
import type { Failure } from '../../../src/shared/failure.ts'
import { isSameText, normaliseText } from '../../../src/shared/text/same-text.ts'
import { aMessage, anOp } from '../../support/builders.ts'

const RUNS = { numRuns: 10_000 }
// Ten thousand runs on a busy machine: this bounds a hang, ms.
vi.setConfig({ testTimeout: 120_000 })

const failures: fc.Arbitrary<Failure> = fc.oneof(
  fc.record({ kind: fc.constantFrom('unreachable' as const, 'interrupted' as const), code: fc.string() }),
  fc.record({
    kind: fc.constantFrom('unauthorized' as const, 'rejected' as const),
    status: fc.nat(599),
    words: fc.string(),
  }),
  fc.record({ kind: fc.constant('throttled' as const), retryAfterMs: fc.option(fc.nat(900_000)) }),
  fc.record({ kind: fc.constant('server' as const), status: fc.nat(599), words: fc.option(fc.string()) }),
  fc.record({ kind: fc.constant('unreadable' as const), status: fc.nat(599), why: fc.string() }),
)

describe('classOf and backoffMs', () => {
  it('call only unreachable and throttled not applied', () => {
    fc.assert(
      fc.property(failures, (failure) => {
        const isHarmless = failure.kind === 'unreachable' || failure.kind === 'throttled'
        expect(classOf(failure) === 'not-applied').toBe(isHarmless)
      }),
      RUNS,
    )
  })

  it('never wait longer than five minutes', () => {
    fc.assert(
      fc.property(fc.nat(), fc.double({ min: 0, max: 0.999, noNaN: true }), (tries, random) => {
        const waitMs = backoffMs(tries, random)
        expect(waitMs >= 0 && waitMs <= 300_000).toBe(true)
      }),
      RUNS,
    )
  })
})

describe('isSameText and normaliseText', () => {
  it.each([
    ['e\u0301t\u00e9', '\u00e9te\u0301'],
    ['line\r\nline', 'line\nline'],
    ['  much   space  ', 'much space'],
    ['no-break\u00a0space', 'no-break space'],
  ])('ignore what servers change: %j and %j', (a, b) => expect(isSameText(a, b)).toBe(true))

  it('ignore repeated white space, and are idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(' ', '\n', '\r\n', '\t'), (text, space) => {
        expect(normaliseText(normaliseText(text))).toBe(normaliseText(text))
        expect(isSameText(text, `${space}${text.replaceAll(' ', `  ${space}`)}${space}`)).toBe(true)
      }),
      RUNS,
    )
  })

  it('tell texts with different content apart', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(isSameText(text, `${text}x`)).toBe(false)
      }),
      RUNS,
    )
  })
})

describe('transitions and acts', () => {
  const states = Object.keys(LEGAL_MOVES) as OpState[]
  it.each(states.flatMap((from) => [...states, 'gone' as const].map((to) => [from, to] as const)))(
    '%s → %s throws unless it is in the table',
    (from, to) => {
      const isLegal = from === to || LEGAL_MOVES[from].includes(to)
      if (isLegal) expect(() => assertLegalMove(from, to)).not.toThrow()
      else expect(() => assertLegalMove(from, to)).toThrow(`never goes from ${from} to ${to}`)
    },
  )

  it('allow no act on a sending or uncertain op', () => {
    expect([ACTS.sending, ACTS.uncertain]).toEqual([[], []])
  })

  it('allow no "it was delivered" before an attempt, and no "send anyway" under another account', () => {
    const question = { why: 'stale', newIds: [] } as const
    expect(actsOn(anOp({ state: 'asking', question }))).toEqual(['send anyway', 'edit', 'discard'])
    expect(actsOn(anOp({ state: 'asking', question: { why: 'other-account' } }))).toEqual(['edit', 'discard'])
  })
})

describe('newerMessages', () => {
  const messages = [
    aMessage({ id: 'm1' }),
    aMessage({ id: 'm2', sender: 'assistant', sentAt: 2_000 }),
    aMessage({ id: 'm3', sentAt: 3_000 }),
  ]
  const seen = (seenMessageId: string | null, seenSentAt?: number) =>
    anOp({
      intent: { kind: 'send', content: 'words', seenMessageId, ...(seenSentAt === undefined ? {} : { seenSentAt }) },
    })

  it.each([
    ['messages after the last seen one', 'm1', [], 0, ['m2', 'm3']],
    ['nothing when the last message was seen', 'm3', [], 0, []],
    ['no messages of our own', 'm1', ['m2'], 0, ['m3']],
    ['messages after the op was accepted, when none was seen', null, [], 2_500, ['m3']],
    ['everything when the last seen message is truncated', 'cut', [], 9_000, ['m1', 'm2', 'm3']],
    ['messages by time when the last seen one is our own and missing', 'late', ['late'], 2_500, ['m3']],
  ] as const)('returns %s', (_, seenMessageId, claimed, acceptedAt, expected) => {
    expect(newerMessages(seen(seenMessageId), messages, new Set(claimed), acceptedAt)).toEqual(expected)
  })

  it('goes by the server’s time of our own last seen message, whatever this device’s clock says', () => {
    expect(newerMessages(seen('late', 2_500), messages, new Set(['late']), 9_000)).toEqual(['m3'])
  })
})

it('findArrival never returns a message that was there, is claimed, is the customer’s, or is older', () => {
  const attempt = {
    begunAt: 10_000,
    endedAt: null,
    baselineIds: ['old'],
    clockOffsetMs: 0,
    outcome: 'ambiguous' as const,
  }
  const op = anOp({ intent: { kind: 'send', content: 'the words', seenMessageId: null }, attempts: [attempt] })
  const message = fc.record({
    id: fc.constantFrom('old', 'claimed', 'new1', 'new2'),
    sender: fc.constantFrom('customer', 'assistant'),
    content: fc.constantFrom('the words', ' the  words', 'other words'),
    sentAt: fc.option(fc.nat(20_000)),
  })
  fc.assert(
    fc.property(fc.array(message), (messages) => {
      const found = findArrival(op, messages, new Set(['claimed']))
      const fits = messages.filter(
        ({ id, sender, content, sentAt }) =>
          id.startsWith('new') &&
          sender === 'assistant' &&
          isSameText(content, 'the words') &&
          (sentAt ?? 10_000) >= 5_000,
      )
      expect(found).toBe(fits[0] ?? null)
    }),
    RUNS,
  )
})
