import { addPending, countPending, pendingWords } from '../../../src/shared/pending.ts'
import type { TotalUnsent } from '../../op-backup/unsent-totals.ts'

export type QuitMoment = {
  /** The app is already quitting, for example at the end of the session. */
  readonly isEnding: boolean
  /** The dialog is open. */
  readonly isAsking: boolean
  /** Null while the total is unknown, because no window has reported. */
  readonly unsent: TotalUnsent | null
}

/** Decides what happens when the user quits. */
export function quitPolicy({ isEnding, isAsking, unsent }: QuitMoment): 'quit' | 'ask' | 'wait' {
  if (isEnding || unsent === null) return 'quit'
  if (isAsking) return 'wait'
  return countPending(unsent.waiting) + countPending(unsent.asking) === 0 ? 'quit' : 'ask'
}

/** The text of the dialog: what is unsent, and when it will be sent. */
export function quitText(unsent: TotalUnsent): { readonly message: string; readonly detail: string } {
  const all = addPending(unsent.waiting, unsent.asking)
  const isOne = countPending(all) === 1
  return {
    message: `${pendingWords(all)} ${isOne ? 'hasn’t' : 'haven’t'} been sent.`,
    detail: `${isOne ? 'It stays' : 'They stay'} on this device${outlookText(unsent, isOne)}`,
  }
}

function outlookText({ waiting, asking, needsKey }: TotalUnsent, isOne: boolean): string {
  const when = needsKey ? 'after you enter the API key again' : 'when you next start Clarion'
  if (countPending(asking) === 0) return ` and will be sent ${when}.`
  if (countPending(waiting) === 0) return ` until you decide what to do with ${isOne ? 'it' : 'them'}.`
  const needs = countPending(asking) === 1 ? 'needs' : 'need'
  return `. ${pendingWords(waiting)} will be sent ${when}. ${pendingWords(asking)} ${needs} your attention.`
}
