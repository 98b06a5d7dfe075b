import type { Op, OpState } from '../db/op.ts'
import { invariant } from '../shared/failure.ts'
import type { Message } from '../shared/model.ts'
import type { OpChange } from './engine/state.ts'
import { type SendIntent, lastSeenMessage } from './engine/guard.ts'
import { countDoubtfulAttempts } from './engine/verify-schedule.ts'

/** What a person may do with an op. What is on its way, or of unknown fate, cannot be taken back: it may have been said already. */
export type Act = 'retry' | 'edit' | 'discard' | 'send anyway' | 'it was delivered' | 'undo' | 'send now'

export const ACTS: Readonly<Record<OpState, readonly Act[]>> = {
  held: ['undo', 'send now', 'edit', 'discard'],
  queued: ['retry', 'edit', 'discard'],
  sending: [],
  uncertain: [],
  asking: ['send anyway', 'edit', 'discard', 'it was delivered'],
  failed: ['retry', 'edit', 'discard'],
}

export function actsOn(op: Op): readonly Act[] {
  return ACTS[op.state].filter((act) => isApplicable(op, act))
}

export function isActAllowed(op: Op, act: Act): boolean {
  return actsOn(op).includes(act)
}

function isApplicable(op: Op, act: Act): boolean {
  if (act === 'edit' || act === 'undo') return op.intent.kind === 'send'
  // What was never tried was not delivered, and a conversation that is said to be there has no id to speak to.
  if (act === 'it was delivered') return countDoubtfulAttempts(op) > 0 && op.intent.kind !== 'create'
  if (act === 'send anyway') return op.question?.why !== 'other-account'
  return true
}

/** Retry now: a refused op goes out as if said now, a waiting one waits no more. */
export function retryChange(op: Op, now: number): OpChange {
  invariant(isActAllowed(op, 'retry'), `no retry of an op that is ${op.state}`)
  if (op.state === 'queued') return { notBefore: 0 }
  return { state: 'queued', notBefore: 0, failure: null, confirmed: { at: now, doubtful: countDoubtfulAttempts(op) } }
}

/** Send anyway: its author has now seen these messages, and takes upon himself that it may be said twice. */
export function sendAnywayChange(op: Op, messages: readonly Message[], now: number): OpChange {
  invariant(isActAllowed(op, 'send anyway'), `no sending anyway of an op that is ${op.state}`)
  const intent = op.intent.kind === 'send' ? seenAnew(op.intent, messages) : op.intent
  const confirmed = { at: now, doubtful: countDoubtfulAttempts(op) }
  return { state: 'queued', intent, notBefore: 0, failure: null, question: null, confirmed }
}

function seenAnew({ seenSentAt: _, ...said }: SendIntent, messages: readonly Message[]): SendIntent {
  return { ...said, ...lastSeenMessage(messages) }
}

export function sendNowChange(op: Op): OpChange {
  invariant(isActAllowed(op, 'send now'), `no sending now of an op that is ${op.state}`)
  return { state: 'queued', notBefore: 0 }
}

/** The composer's text once a message is taken back into it, before any words that were begun since. */
export function takeBackChange(op: Op, begun: string | undefined): { readonly text: string; readonly caret: number } {
  invariant(op.intent.kind === 'send', 'only a message has words to take back')
  const { content, caret } = op.intent
  return {
    text: begun === undefined ? content : `${content}\n${begun}`,
    caret: Math.min(caret ?? content.length, content.length),
  }
}
