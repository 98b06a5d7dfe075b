import { writeNumber } from '../shared/region/locale.ts'
import { countPending, type Pending, pendingWords } from '../shared/pending.ts'

/** What clearing leaves alone: named before it is done. */
export function keptWords(unsent: Pending, drafts: number): string {
  const draftWords = drafts === 0 ? [] : [drafts === 1 ? '1 draft' : `${writeNumber(drafts)} drafts`]
  const kept = [...(countPending(unsent) === 0 ? [] : [`${pendingWords(unsent)} not sent yet`]), ...draftWords]
  return kept.length === 0 ? 'You have no unsent messages or drafts.' : `You’ll keep ${kept.join(' and ')}.`
}

/** As file managers count: thousands, not 1,024s. */
export function bytesWords(bytes: number): string {
  if (bytes < 1_000_000) return `${writeNumber(Math.max(1, Math.round(bytes / 1_000)))} kB`
  if (bytes < 1_000_000_000) return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`
  return `${(bytes / 1_000_000_000).toFixed(1)} GB`
}
