import { addPending, countPending, pendingWords } from '../../../src/shared/pending.ts'
import type { TotalUnsent } from '../../op-backup/unsent-totals.ts'

export type QuitMoment = {
  /** Something else than a person at this window is already ending the app. */
  readonly isEnding: boolean
  /** The question is on screen. */
  readonly isAsking: boolean
  /** Null while nothing is known yet: no window has spoken. */
  readonly unsent: TotalUnsent | null
}

/** What becomes of a person's wish to quit. */
export function quitPolicy({ isEnding, isAsking, unsent }: QuitMoment): 'quit' | 'ask' | 'wait' {
  if (isEnding || unsent === null) return 'quit'
  if (isAsking) return 'wait'
  return countPending(unsent.waiting) + countPending(unsent.asking) === 0 ? 'quit' : 'ask'
}

/** What is unsent, and what becomes of it. */
export function quitWords(unsent: TotalUnsent): { readonly message: string; readonly detail: string } {
  const all = addPending(unsent.waiting, unsent.asking)
  const isOne = countPending(all) === 1
  return {
    message: `${pendingWords(all)} ${isOne ? 'has' : 'have'} not gone out.`,
    detail: `${isOne ? 'It is' : 'They are'} kept on this device${fateWords(unsent, isOne)}`,
  }
}

function fateWords({ waiting, asking, needsKey }: TotalUnsent, isOne: boolean): string {
  const when = needsKey ? 'once you have entered the API key again' : 'at the next start'
  const goes = countPending(waiting) === 1 ? 'goes' : 'go'
  if (countPending(asking) === 0) return ` and ${isOne ? 'goes' : 'go'} out ${when}.`
  if (countPending(waiting) === 0) return ` until you decide about ${isOne ? 'it' : 'them'}.`
  const waits = countPending(asking) === 1 ? 'waits' : 'wait'
  return `. ${pendingWords(waiting)} ${goes} out ${when}; ${pendingWords(asking)} ${waits} for your decision.`
}
