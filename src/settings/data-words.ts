import { countPending, type Pending } from '../shared/pending.ts'
import { writeDecimal } from '../shared/region/locale.ts'
import { text } from '../strings/text.ts'
import { pendingWords } from '../words/pending.ts'

/** What clearing the cache keeps, for the confirmation. */
export function keptWords(unsent: Pending, drafts: number): string {
  return countPending(unsent) === 0
    ? text('settings.data.keepsDrafts', { drafts })
    : text('settings.data.keepsUnsent', { unsent: pendingWords(unsent), drafts })
}

/** In decimal units, as file managers count: 1 kB is 1,000 bytes. */
export function bytesWords(bytes: number): string {
  if (bytes < 1_000_000) return text('settings.data.kilobytes', { size: writeDecimal(Math.max(1, bytes / 1_000), 0) })
  if (bytes < 1_000_000_000) {
    return text('settings.data.megabytes', { size: writeDecimal(bytes / 1_000_000, bytes < 10_000_000 ? 1 : 0) })
  }
  return text('settings.data.gigabytes', { size: writeDecimal(bytes / 1_000_000_000, 1) })
}
