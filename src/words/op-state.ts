import type { Intent, OpState, OpQuestion } from '../db/op.ts'
import { assertNever, type Failure } from '../shared/failure.ts'
import { durationWords } from '../ui/time-words.ts'
import { failureCause } from './failure.ts'
import { questionWords } from './question.ts'

/** What an op says of itself. */
export type OpStateText = {
  readonly state: OpState
  readonly failure: Failure | null
  /** Epoch ms of the next try; for a held message the end of its undo window. */
  readonly notBefore: number
  readonly question: OpQuestion | null
}

/** What is around an op that bears on when it goes out. */
export type OpStateContext = {
  /** Epoch ms. */
  readonly now: number
  readonly isOffline: boolean
  /** In its conversation things go out in the order they were said: the first, behind another one, or behind one that waits for a person. */
  readonly place: 'first' | 'behind' | 'blocked'
}

/** Where something we said stands. */
export function opStateWords(standing: OpStateText, kind: Intent['kind'], around: OpStateContext): string {
  const { state, failure } = standing
  switch (state) {
    case 'held':
      return heldWords(standing, around)
    case 'queued':
      return queuedWords(standing, around)
    case 'sending':
      return 'Sending…'
    case 'uncertain':
      return around.isOffline ? 'May have arrived. Checked once you are online' : 'Checking whether it arrived…'
    case 'asking':
      return askingWords(standing, kind)
    case 'failed':
      return failure === null ? NOT_DONE[kind] : `${NOT_DONE[kind]}: ${lowered(failureCause(failure))}`
    default:
      return assertNever(state)
  }
}

function askingWords({ question, failure }: OpStateText, kind: Intent['kind']): string {
  if (question === null) return 'It may or may not have arrived. Please decide'
  const words = questionWords(question, kind)
  const isUnreadable = question.why === 'cannot-verify' && question.because === 'unreadable'
  return isUnreadable && failure !== null ? `${words} ${failureCause(failure)}` : words
}

const NOT_DONE: Readonly<Record<Intent['kind'], string>> = {
  create: 'Not started',
  send: 'Not sent',
  patch: 'Not changed',
  close: 'Not closed',
}

/** The window may be over while something before it, or the network, holds the message back. */
function heldWords(standing: OpStateText, around: OpStateContext): string {
  const { now, place, isOffline } = around
  if (place === 'blocked' || standing.notBefore <= now) {
    return place === 'first' && !isOffline ? 'Sending…' : queuedWords({ ...standing, notBefore: 0 }, around)
  }
  return `Sends in ${waitWords(standing.notBefore - now)}`
}

function queuedWords({ failure, notBefore }: OpStateText, { now, isOffline, place }: OpStateContext): string {
  if (place === 'blocked') return 'Queued. Waits for your decision'
  if (failure?.kind === 'unauthorized') return 'Queued. Goes out once the server accepts the key'
  if (isOffline) return 'Queued. Goes out once you are online'
  if (notBefore <= now) return 'Queued'
  const next = `next try in ${waitWords(notBefore - now)}`
  return failure === null ? `Queued, ${next}` : `Queued, ${next}: ${lowered(failureCause(failure))}`
}

function waitWords(waitMs: number): string {
  return waitMs < 60_000 ? `${Math.max(1, Math.ceil(waitMs / 1000))} s` : durationWords(waitMs)
}

/** A sentence as the end of another one. Only our own first words are lowered: a name or acronym stays. */
function lowered(sentence: string): string {
  const inner = /^(The|There|What|A) /.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence
  return inner.replace(/\.$/, '')
}
