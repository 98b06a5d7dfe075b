import type { Intent, OpState, OpQuestion } from '../db/op.ts'
import { assertNever, type Failure } from '../shared/failure.ts'
import { text } from '../strings/text.ts'
import { durationWords } from '../ui/time-words.ts'
import { failureCause, failureClause } from './failure.ts'
import { failedLabel, opLabel } from './op-label.ts'
import { questionText } from './question.ts'

/** The fields of an op that decide its status text. */
export type OpStateText = {
  readonly state: OpState
  readonly failure: Failure | null
  /** Epoch ms of the next attempt; for a held message the end of its undo window. */
  readonly notBefore: number
  readonly question: OpQuestion | null
}

/** What else decides when an op is sent. */
export type OpStateContext = {
  /** Epoch ms. */
  readonly now: number
  readonly isOffline: boolean
  /** A conversation sends its ops in order: this one is the first, behind another one, or behind one that needs the user's attention. */
  readonly place: 'first' | 'behind' | 'blocked'
}

/** The status of an op. */
export function opStateWords(op: OpStateText, kind: Intent['kind'], context: OpStateContext): string {
  switch (op.state) {
    case 'held':
      return heldText(op, context)
    case 'queued':
      return queuedText(op, context)
    case 'sending':
      return opLabel('sending')
    case 'uncertain':
      return context.isOffline ? text('words.op.checkedOnline') : opLabel('checking')
    case 'asking':
      return askingText(op, kind)
    case 'failed':
      return withCause(failedLabel(kind), op.failure)
    default:
      return assertNever(op.state)
  }
}

function askingText({ question, failure }: OpStateText, kind: Intent['kind']): string {
  if (question === null) return text('words.op.undecided')
  const asked = questionText(question, kind)
  const isUnreadable = question.why === 'cannot-verify' && question.because === 'unreadable'
  return isUnreadable && failure !== null ? `${asked} ${failureCause(failure)}` : asked
}

/** After the undo window, an earlier op or the network may still delay the message. */
function heldText(op: OpStateText, context: OpStateContext): string {
  const { now, place, isOffline } = context
  if (place === 'blocked' || op.notBefore <= now) {
    return place === 'first' && !isOffline ? opLabel('sending') : queuedText({ ...op, notBefore: 0 }, context)
  }
  return text('words.op.sendsIn', { wait: waitText(op.notBefore - now) })
}

function queuedText({ failure, notBefore }: OpStateText, { now, isOffline, place }: OpStateContext): string {
  if (place === 'blocked') return text('words.op.queuedBlocked')
  if (failure?.kind === 'unauthorized') return text('words.op.queuedForKey')
  if (isOffline) return opLabel('offline')
  if (notBefore <= now) return opLabel('queued')
  return withCause(text('words.op.retrying', { wait: waitText(notBefore - now) }), failure)
}

function withCause(state: string, failure: Failure | null): string {
  return failure === null ? state : text('words.op.because', { state, cause: failureClause(failure) })
}

function waitText(waitMs: number): string {
  if (waitMs >= 60_000) return durationWords(waitMs)
  return text('words.time.seconds', { count: Math.max(1, Math.ceil(waitMs / 1000)) })
}
