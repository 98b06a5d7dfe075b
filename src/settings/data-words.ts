import { writeNumber } from '../shared/region/locale.ts'
import { countPending, type Pending } from '../shared/pending.ts'
import { pendingWords } from '../words/pending.ts'

/** What clearing the cache keeps, for the confirmation. */
export function keptWords(unsent: Pending, drafts: number): string {
  const draftParts = drafts === 0 ? [] : [drafts === 1 ? '1 draft' : `${writeNumber(drafts)} drafts`]
  const kept = [...(countPending(unsent) === 0 ? [] : [`${pendingWords(unsent)} not sent yet`]), ...draftParts]
  return kept.length === 0 ? 'You have no unsent messages or drafts.' : `You’ll keep ${kept.join(' and ')}.`
}

/** In decimal units, as file managers count: 1 kB is 1,000 bytes. */
export function bytesWords(bytes: number): string {
  if (bytes < 1_000_000) return `${writeNumber(Math.max(1, Math.round(bytes / 1_000)))} kB`
  if (bytes < 1_000_000_000) return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`
  return `${(bytes / 1_000_000_000).toFixed(1)} GB`
}
