import { addPending, countPending } from '../shared/pending.ts'
import { text } from '../strings/text.ts'
import { pendingWords } from '../words/pending.ts'
import type { LocalDataState } from './use-local-data.ts'

export type Lost = { readonly text: string; readonly count: number }

/** What deleting a workspace would lose; null when it loses nothing. */
export function lostWith(holding: LocalDataState): Lost | null {
  if (holding === 'nothing' || holding === 'reading') return null
  if (holding === 'unreadable') return { text: text('outbox.acts.lostUnreadable'), count: 1 }
  const pending = addPending(holding.unsent.waiting, holding.unsent.asking)
  const unsent = countPending(pending)
  const { drafts } = holding
  const count = unsent + drafts
  if (count === 0) return null
  const sentences = [
    unsent > 0 && text('outbox.acts.lostUnsent', { what: pendingWords(pending), count: unsent }),
    drafts > 0 && text('outbox.acts.lostDrafts', { count: drafts }),
    text('outbox.acts.wouldBeLost', { count }),
  ]
  return { text: sentences.filter((sentence) => sentence !== false).join(' '), count }
}
