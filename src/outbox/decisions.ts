import type { Op, OpState } from '../db/op.ts'
import { invariant } from '../shared/failure.ts'
import type { Message } from '../shared/model.ts'
import type { OpChange } from './engine/state.ts'
import { type SendIntent, lastSeenMessage, needsConfirmation } from './engine/guard.ts'
import { countDoubtfulAttempts } from './engine/verify-schedule.ts'

/** What the user may do with an op. An op that is being sent or is uncertain cannot be taken back: the customer may have it already. */
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
  // An op that was never tried was not delivered. A create needs the server's id, which the user cannot give.
  if (act === 'it was delivered') return countDoubtfulAttempts(op) > 0 && op.intent.kind !== 'create'
  if (act === 'send anyway') return op.question?.why !== 'other-account'
  return true
}

/** A refused op is queued as if it were new. A waiting op loses its wait. */
export function retryChange(op: Op, now: number): OpChange {
  invariant(isActAllowed(op, 'retry'), `no retry of an op that is ${op.state}`)
  if (op.state === 'queued') return { notBefore: 0 }
  return { state: 'queued', notBefore: 0, failure: null, confirmed: { at: now, doubtful: countDoubtfulAttempts(op) } }
}

/** Queues an op after the user's confirmation: they have seen `messages`, and accept that the op may be applied twice. */
export function sendAnywayChange(op: Op, messages: readonly Message[], now: number): OpChange {
  invariant(isActAllowed(op, 'send anyway'), `no sending anyway of an op that is ${op.state}`)
  const intent = op.intent.kind === 'send' ? withLastSeen(op.intent, messages) : op.intent
  const confirmed = { at: now, doubtful: countDoubtfulAttempts(op) }
  return { state: 'queued', intent, notBefore: 0, failure: null, question: null, confirmed }
}

/**
 * The first message of a conversation from a backup, where the user agrees to start that conversation: the question is about both. Undefined
 * when there is none, or when it has a question of its own. `ops`: those of the conversation, in order.
 */
export function messageAgreedWith(create: Op, ops: readonly Op[]): Op | undefined {
  if (create.intent.kind !== 'create' || create.question?.why !== 'restored') return undefined
  const first = ops.find(({ seq, intent }) => seq > create.seq && intent.kind === 'send')
  return first?.state === 'uncertain' && needsConfirmation(first) ? first : undefined
}

/** Like `sendAnywayChange`, for the message that `messageAgreedWith` finds. The engine reads the thread before it sends. */
export function agreedChange(op: Op, now: number): OpChange {
  return { state: 'queued', notBefore: 0, confirmed: { at: now, doubtful: countDoubtfulAttempts(op) } }
}

function withLastSeen({ seenSentAt: _, ...intent }: SendIntent, messages: readonly Message[]): SendIntent {
  return { ...intent, ...lastSeenMessage(messages) }
}

export function sendNowChange(op: Op): OpChange {
  invariant(isActAllowed(op, 'send now'), `no sending now of an op that is ${op.state}`)
  return { state: 'queued', notBefore: 0 }
}

/** The draft after a message is taken back: its text, then the text that is already in the composer. */
export function takeBackChange(
  op: Op,
  draftText: string | undefined,
): { readonly text: string; readonly caret: number } {
  invariant(op.intent.kind === 'send', 'only a message has a text to take back')
  const { content, caret } = op.intent
  return {
    text: draftText === undefined ? content : `${content}\n${draftText}`,
    caret: Math.min(caret ?? content.length, content.length),
  }
}
