import type { LocalDataState } from '../acts/use-held.ts'
import { writeNumber } from '../shared/region/locale.ts'
import { countPending, pendingWords } from '../shared/pending.ts'

/** What waits in a workspace on this device; null when nothing does, or while it is being read. */
export function waitingWords(holding: LocalDataState): string | null {
  if (holding === 'reading' || holding === 'nothing') return null
  if (holding === 'unreadable') return 'Couldn’t read the data on this device'
  const { unsent, drafts } = holding
  const parts = [
    ...(countPending(unsent.waiting) > 0 ? [`${pendingWords(unsent.waiting)} waiting to be sent`] : []),
    ...(countPending(unsent.asking) > 0
      ? [`${pendingWords(unsent.asking)} ${countPending(unsent.asking) === 1 ? 'needs' : 'need'} your attention`]
      : []),
    ...(drafts > 0 ? [drafts === 1 ? '1 draft' : `${writeNumber(drafts)} drafts`] : []),
  ]
  return parts.length === 0 ? null : parts.join(', ')
}
