import { describe, expect, it } from 'vitest'
import { allowedActs, offeredActs } from '../../../src/acts/allowed-acts.ts'
import type { Attempt, Intent, Op, OpState, OpQuestion } from '../../../src/db/op.ts'
import { echoOf } from '../../../src/db/overlay.ts'
import { type Act, actsOn } from '../../../src/outbox/decisions.ts'
import { anOp } from '../../support/builders.ts'

const NOW = 1_000_000
const STATES: readonly OpState[] = ['held', 'queued', 'sending', 'uncertain', 'asking', 'failed']
const INTENTS: readonly Intent[] = [
  { kind: 'create', channel: 'sms' },
  { kind: 'send', content: 'Hi', seenMessageId: null },
  { kind: 'patch', status: 'resolved' },
  { kind: 'close' },
]
const QUESTIONS: readonly (OpQuestion | null)[] = [null, { why: 'stale', newIds: [] }, { why: 'other-account' }]
const LOST: Attempt = { begunAt: 1, endedAt: 2, baselineIds: [], clockOffsetMs: 0, outcome: 'ambiguous' }

type Case = Partial<Pick<Op, 'failure' | 'notBefore'>> & {
  readonly place?: 'first' | 'behind' | 'blocked'
  readonly isOffline?: boolean
}

function offered(state: OpState, { place = 'first', isOffline = false, ...fields }: Case = {}): readonly Act[] {
  return offeredActs(echoOf(anOp({ state, ...fields }), []), 'send', { now: NOW, isOffline, place })
}

describe('allowedActs', () => {
  it('equals the engine’s actsOn for every state, kind, question and history', () => {
    for (const state of STATES)
      for (const intent of INTENTS)
        for (const question of QUESTIONS)
          for (const attempts of [[], [LOST]]) {
            const op = anOp({ state, intent, question, attempts })
            expect(allowedActs(echoOf(op, []), intent.kind), JSON.stringify(op)).toEqual(actsOn(op))
          }
  })
})

describe('offeredActs', () => {
  const failure = { kind: 'unreachable', code: 'ECONNREFUSED' } as const
  const refused = { kind: 'unauthorized', status: 401, words: 'Invalid API key' } as const

  it.each<[string, OpState, Case, readonly Act[]]>([
    ['in the undo window', 'held', { notBefore: NOW + 1 }, ['undo', 'send now']],
    ['after the undo window, behind another op', 'held', { place: 'behind' }, ['edit', 'discard']],
    [
      'in the undo window, behind one that needs the user',
      'held',
      { notBefore: NOW + 1, place: 'blocked' },
      ['edit', 'discard'],
    ],
    ['queued and about to be sent', 'queued', {}, []],
    ['offline', 'queued', { isOffline: true }, ['edit', 'discard']],
    ['behind another op', 'queued', { place: 'behind' }, ['edit', 'discard']],
    ['waiting for a retry', 'queued', { failure, notBefore: NOW + 1 }, ['retry', 'edit', 'discard']],
    ['waiting for a key', 'queued', { failure: refused }, ['edit', 'discard']],
    ['being sent', 'sending', {}, []],
    ['refused', 'failed', {}, ['retry', 'edit', 'discard']],
    ['never tried, with a question', 'asking', {}, ['send anyway', 'edit', 'discard']],
  ])('offers the useful acts %s', (_, state, around, acts) => {
    expect(offered(state, around)).toEqual(acts)
  })
})
