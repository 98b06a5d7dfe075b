import type { Loss } from '../db/loss.ts'
import { text } from '../strings/text.ts'

/** What was lost with the database, and what was restored. */
export function lossWords({ opsBack, opsUnreadable, isPart = false, isCopyLost = false }: Loss): string {
  return [
    isPart ? text('words.loss.part') : text('words.loss.whole'),
    isCopyLost ? text('words.loss.backupLost') : restoredText(opsBack, opsUnreadable),
    opsUnreadable > 0 ? text('words.loss.unreadable', { count: opsUnreadable }) : '',
    isPart ? text('words.loss.draftsOlder') : text('words.loss.draftsGone'),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

function restoredText(opsBack: number, opsUnreadable: number): string {
  if (opsBack > 0) return text('words.loss.restored', { count: opsBack })
  return opsUnreadable > 0 ? '' : text('words.loss.nothingWaiting')
}
