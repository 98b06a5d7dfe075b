import type { KeptCounts } from '../db/kept-counts.ts'
import { listText } from '../shared/messages/list-text.ts'
import { text } from '../strings/text.ts'

/** What is in a database that cannot be opened; `unknown` when it cannot be counted either, and null when there is no database. */
export type Kept = KeptCounts | 'unknown' | null

export function keptWords(kept: Kept): string | null {
  if (kept === null) return null
  if (kept === 'unknown') return text('sealing.kept.unknown')
  const count = total(kept)
  return count === 0 ? text('sealing.kept.none') : text('sealing.kept.some', { count, items: itemWords(kept) })
}

/** What deleting the database would lose; null when it would lose nothing. */
export function lostWords(kept: Kept): string | null {
  if (kept === null) return null
  if (kept === 'unknown') return text('sealing.delete.lostUnknown')
  const count = total(kept)
  return count === 0 ? null : text('sealing.delete.lost', { count, items: itemWords(kept) })
}

function total({ unsent, drafts, notes, snippets }: KeptCounts): number {
  return unsent + drafts + notes + snippets
}

const ITEMS = [
  ['unsent', 'sealing.kept.unsent'],
  ['drafts', 'sealing.kept.drafts'],
  ['notes', 'sealing.kept.notes'],
  ['snippets', 'sealing.kept.snippets'],
] as const satisfies readonly (readonly [keyof KeptCounts, unknown])[]

function itemWords(kept: KeptCounts): string {
  return listText(ITEMS.flatMap(([name, id]) => (kept[name] === 0 ? [] : [text(id, { count: kept[name] })])))
}
