import { writeNumber } from '../shared/region/locale.ts'
import { addPending, countPending, pendingWords } from '../shared/pending.ts'
import type { LocalDataState } from './use-held.ts'

export type Lost = { readonly words: string; readonly count: number }

/** What goes with a workspace for good; null when nothing does, and nothing may. */
export function lostWith(holding: LocalDataState): Lost | null {
  if (holding === 'nothing' || holding === 'reading') return null
  if (holding === 'unreadable')
    return { words: 'Whether something has not been sent cannot be read now. It would be lost.', count: 1 }
  const pending = addPending(holding.unsent.waiting, holding.unsent.asking)
  const unsent = countPending(pending)
  const { drafts } = holding
  const count = unsent + drafts
  if (count === 0) return null
  const sentences = [
    unsent > 0 && `${pendingWords(pending)} ${unsent === 1 ? 'has' : 'have'} not reached the server yet.`,
    drafts > 0 && `${draftWords(drafts)} ${drafts === 1 ? 'is' : 'are'} on this device alone.`,
    count === 1 ? 'It would be lost.' : 'They would be lost.',
  ]
  return { words: sentences.filter((sentence) => sentence !== false).join(' '), count }
}

function draftWords(drafts: number): string {
  return drafts === 1 ? '1 draft' : `${writeNumber(drafts)} drafts`
}
