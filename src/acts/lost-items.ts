import { writeNumber } from '../shared/region/locale.ts'
import { addPending, countPending } from '../shared/pending.ts'
import { pendingWords } from '../words/pending.ts'
import type { LocalDataState } from './use-local-data.ts'

export type Lost = { readonly text: string; readonly count: number }

/** What deleting a workspace would lose; null when it loses nothing. */
export function lostWith(holding: LocalDataState): Lost | null {
  if (holding === 'nothing' || holding === 'reading') return null
  if (holding === 'unreadable')
    return { text: 'This workspace can’t be checked for unsent work, which would be lost.', count: 1 }
  const pending = addPending(holding.unsent.waiting, holding.unsent.asking)
  const unsent = countPending(pending)
  const { drafts } = holding
  const count = unsent + drafts
  if (count === 0) return null
  const sentences = [
    unsent > 0 && `${pendingWords(pending)} ${unsent === 1 ? 'hasn’t' : 'haven’t'} been sent yet.`,
    drafts > 0 && `${draftText(drafts)} ${drafts === 1 ? 'is' : 'are'} only on this device.`,
    count === 1 ? 'It would be lost.' : 'They would be lost.',
  ]
  return { text: sentences.filter((sentence) => sentence !== false).join(' '), count }
}

function draftText(drafts: number): string {
  return drafts === 1 ? '1 draft' : `${writeNumber(drafts)} drafts`
}
