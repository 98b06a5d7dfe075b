import type { Intent, OpState, OpQuestion } from '../db/op.ts'
import { assertNever, type Failure } from '../shared/failure.ts'
import { durationWords } from '../ui/time-words.ts'
import { failureCause } from './failure.ts'
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
  const { state, failure } = op
  switch (state) {
    case 'held':
      return heldText(op, context)
    case 'queued':
      return queuedText(op, context)
    case 'sending':
      return 'Sending…'
    case 'uncertain':
      return context.isOffline
        ? 'May have been delivered. Checked when you’re online'
        : 'Checking whether it was delivered…'
    case 'asking':
      return askingText(op, kind)
    case 'failed':
      return failure === null ? NOT_DONE[kind] : `${NOT_DONE[kind]}: ${lowered(failureCause(failure))}`
    default:
      return assertNever(state)
  }
}

function askingText({ question, failure }: OpStateText, kind: Intent['kind']): string {
  if (question === null) return 'It may not have been delivered. Decide what to do'
  const text = questionText(question, kind)
  const isUnreadable = question.why === 'cannot-verify' && question.because === 'unreadable'
  return isUnreadable && failure !== null ? `${text} ${failureCause(failure)}` : text
}

const NOT_DONE: Readonly<Record<Intent['kind'], string>> = {
  create: 'Not started',
  send: 'Not sent',
  patch: 'Not changed',
  close: 'Not closed',
}

/** After the undo window, an earlier op or the network may still delay the message. */
function heldText(op: OpStateText, context: OpStateContext): string {
  const { now, place, isOffline } = context
  if (place === 'blocked' || op.notBefore <= now) {
    return place === 'first' && !isOffline ? 'Sending…' : queuedText({ ...op, notBefore: 0 }, context)
  }
  return `Sends in ${waitText(op.notBefore - now)}`
}

function queuedText({ failure, notBefore }: OpStateText, { now, isOffline, place }: OpStateContext): string {
  if (place === 'blocked') return 'Queued. Something before it needs your attention'
  if (failure?.kind === 'unauthorized') return 'Queued. Sends once the server accepts the key'
  if (isOffline) return 'Queued. Sends when you’re online'
  if (notBefore <= now) return 'Queued'
  const next = `retrying in ${waitText(notBefore - now)}`
  return failure === null ? `Queued, ${next}` : `Queued, ${next}: ${lowered(failureCause(failure))}`
}

function waitText(waitMs: number): string {
  return waitMs < 60_000 ? `${Math.max(1, Math.ceil(waitMs / 1000))} s` : durationWords(waitMs)
}

/** Turns a sentence into the end of another one. Lowers only our own first words, not a name or an acronym. */
function lowered(sentence: string): string {
  const inner = /^(The|There|A) /.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence
  return inner.replace(/\.$/, '')
}
