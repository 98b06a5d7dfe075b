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

describe('the classifier', () => {
  it('decides by the kind alone, and calls nothing harmless that may have left this machine', () => {
    fc.assert(
      fc.property(failures, (failure) => {
        const isHarmless = failure.kind === 'unreachable' || failure.kind === 'throttled'
        expect(classOf(failure) === 'not-applied').toBe(isHarmless)
      }),
      RUNS,
    )
  })

  it('never waits longer than five minutes', () => {
    fc.assert(
      fc.property(fc.nat(), fc.double({ min: 0, max: 0.999, noNaN: true }), (misses, random) => {
        const waitMs = backoffMs(misses, random)
        expect(waitMs >= 0 && waitMs <= 300_000).toBe(true)
      }),
      RUNS,
    )
  })
})

describe('two texts', () => {
  it.each([
    ['e\u0301t\u00e9', '\u00e9te\u0301'],
    ['line\r\nline', 'line\nline'],
    ['  much   space  ', 'much space'],
    ['no-break\u00a0space', 'no-break space'],
  ])('are the same after what servers do to them: %j and %j', (one, other) => expect(isSameText(one, other)).toBe(true))

  it('stay what they are when normalised twice, and however their spaces were multiplied', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(' ', '\n', '\r\n', '\t'), (text, space) => {
        expect(normaliseText(normaliseText(text))).toBe(normaliseText(text))
        expect(isSameText(text, `${space}${text.replaceAll(' ', `  ${space}`)}${space}`)).toBe(true)
      }),
      RUNS,
    )
  })

  it('are not the same when their words differ', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(isSameText(text, `${text}x`)).toBe(false)
      }),
      RUNS,
    )
  })
})

describe('moves', () => {
  const states = Object.keys(LEGAL_MOVES) as OpState[]
  it.each(states.flatMap((from) => [...states, 'gone' as const].map((to) => [from, to] as const)))(
    '%s → %s is in the table, or throws',
    (from, to) => {
      const isLegal = from === to || LEGAL_MOVES[from].includes(to)
      if (isLegal) expect(() => assertLegalMove(from, to)).not.toThrow()
      else expect(() => assertLegalMove(from, to)).toThrow(`never goes from ${from} to ${to}`)
    },
  )

  it('leave a person nothing to do with what is on its way or of unknown fate', () => {
    expect([ACTS.sending, ACTS.uncertain]).toEqual([[], []])
  })

  it('offer no "it was delivered" for what was never tried, and no sending under another account', () => {
    const question = { why: 'stale', newIds: [] } as const
    expect(actsOn(anOp({ state: 'asking', question }))).toEqual(['send anyway', 'edit', 'discard'])
    expect(actsOn(anOp({ state: 'asking', question: { why: 'other-account' } }))).toEqual(['edit', 'discard'])
  })
})

describe('newer words', () => {
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
    ['what came after what was seen', 'm1', [], 0, ['m2', 'm3']],
    ['nothing, when the last was seen', 'm3', [], 0, []],
    ['not our own', 'm1', ['m2'], 0, ['m3']],
    ['what came after it was said, when nothing was seen', null, [], 2_500, ['m3']],
    ['everything, when what was seen is cut off', 'cut', [], 9_000, ['m1', 'm2', 'm3']],
    ['by time, when the last that was seen is our own and late', 'late', ['late'], 2_500, ['m3']],
  ] as const)('are %s', (_, seenMessageId, claimed, saidAt, expected) => {
    expect(newerMessages(seen(seenMessageId), messages, new Set(claimed), saidAt)).toEqual(expected)
  })

  it('are those after the time of our own message that was seen last, whatever this device’s clock said since', () => {
    expect(newerMessages(seen('late', 2_500), messages, new Set(['late']), 9_000)).toEqual(['m3'])
  })
})

it('an arrival is never one that was there, was claimed, is another’s, or is older', () => {
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
        (one) =>
          one.id.startsWith('new') &&
          one.sender === 'assistant' &&
          isSameText(one.content, 'the words') &&
          (one.sentAt ?? 10_000) >= 5_000,
      )
      expect(found).toBe(fits[0] ?? null)
    }),
    RUNS,
  )
})
