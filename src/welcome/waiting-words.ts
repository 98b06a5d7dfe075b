import type { LocalDataState } from '../acts/use-local-data.ts'
import { countPending } from '../shared/pending.ts'
import { text } from '../strings/text.ts'
import { pendingWords } from '../words/pending.ts'

/** The unsent messages, changes and drafts of a workspace; null when there are none, or while they are read. */
export function waitingWords(data: LocalDataState): string | null {
  if (data === 'reading' || data === 'nothing') return null
  if (data === 'unreadable') return text('welcome.dataUnreadable')
  const { unsent, drafts } = data
  const [waiting, asking] = [countPending(unsent.waiting), countPending(unsent.asking)]
  const parts = [
    ...(waiting > 0 ? [text('welcome.toSend', { items: pendingWords(unsent.waiting) })] : []),
    ...(asking > 0 ? [text('welcome.attention', { items: pendingWords(unsent.asking), count: asking })] : []),
    ...(drafts > 0 ? [text('welcome.drafts', { count: drafts })] : []),
  ]
  return parts.length === 0 ? null : parts.join(', ')
}
