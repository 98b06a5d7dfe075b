import type { OpState } from '../db/op.ts'
import { assertNever, type Failure } from '../shared/failure.ts'
import { durationWords } from '../ui/time-words.ts'
import { failureCause } from './failure.ts'

/** Where one of our messages stands. `notBefore` and `now` are epoch ms. */
export function opStateWords(
  state: OpState,
  failure: Failure | null,
  notBefore: number,
  now: number,
  isOffline: boolean,
): string {
  switch (state) {
    case 'held':
      return notBefore > now ? `Sends in ${waitWords(notBefore - now)}` : 'Sending…'
    case 'queued':
      return queuedWords(failure, notBefore, now, isOffline)
    case 'sending':
      return 'Sending…'
    case 'uncertain':
      return isOffline ? 'May have arrived. Checked once you are online' : 'Checking whether it arrived…'
    case 'asking':
      return 'It may or may not have arrived. Please decide'
    case 'failed':
      return failure === null ? 'Not sent' : `Not sent: ${lowered(failureCause(failure))}`
    default:
      return assertNever(state)
  }
}

function queuedWords(failure: Failure | null, notBefore: number, now: number, isOffline: boolean): string {
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
