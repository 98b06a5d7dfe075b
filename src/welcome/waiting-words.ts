import type { LocalDataState } from '../acts/use-local-data.ts'
import { writeNumber } from '../shared/region/locale.ts'
import { countPending } from '../shared/pending.ts'
import { pendingWords } from '../words/pending.ts'

/** The unsent messages, changes and drafts of a workspace; null when there are none, or while they are read. */
export function waitingWords(data: LocalDataState): string | null {
  if (data === 'reading' || data === 'nothing') return null
  if (data === 'unreadable') return 'Couldn’t read the data on this device'
  const { unsent, drafts } = data
  const parts = [
    ...(countPending(unsent.waiting) > 0 ? [`${pendingWords(unsent.waiting)} waiting to be sent`] : []),
    ...(countPending(unsent.asking) > 0
      ? [`${pendingWords(unsent.asking)} ${countPending(unsent.asking) === 1 ? 'needs' : 'need'} your attention`]
      : []),
    ...(drafts > 0 ? [drafts === 1 ? '1 draft' : `${writeNumber(drafts)} drafts`] : []),
  ]
  return parts.length === 0 ? null : parts.join(', ')
}
