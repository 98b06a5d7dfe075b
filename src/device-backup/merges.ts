import type { DraftRow, DraftVersion, FlagsRow, NoteRow, SeenRow, SnippetRow } from '../db/rows.ts'
import type { SavedSearch } from '../db/saved-searches.ts'
import { withVersion } from '../outbox/draft-versions.ts'

/** What becomes of a row that is both on this device and in a backup. Restoring the same backup again changes nothing. */

/** `isConflict`: the two differ, and this is named to the user. */
export type Merged<T> = { readonly row: T; readonly isConflict: boolean }

export type Writing = {
  readonly draft: DraftRow | undefined
  /** Newest first. */
  readonly versions: readonly DraftVersion[]
}

/** Both texts stay: the one on this device in the composer, the other one as an earlier version, from which it can be taken back. */
export function mergeWriting(here: Writing, there: Writing, now: number): Merged<Writing> {
  const draft = here.draft ?? there.draft
  const other = here.draft === undefined ? undefined : there.draft
  const isKnown =
    other === undefined ||
    (draft?.text.startsWith(other.text) ?? false) ||
    here.versions.some(({ text }) => text.startsWith(other.text))
  const missing = there.versions.filter(({ text }) => !here.versions.some((known) => known.text === text))
  const oldestFirst = [...here.versions, ...missing].toSorted((a, b) => a.at - b.at)
  // The newest time, so that it is not among those that are dropped.
  const added = isKnown ? [] : [{ text: other.text, at: now }]
  const versions =
    missing.length + added.length === 0
      ? here.versions
      : [...oldestFirst, ...added].reduce<readonly DraftVersion[]>(withVersion, [])
  return { row: { draft, versions }, isConflict: added.length > 0 }
}

/** Both texts, one after the other. */
export function mergeNote(here: NoteRow | undefined, there: NoteRow): Merged<NoteRow> {
  if (here === undefined) return { row: there, isConflict: false }
  if (here.text.includes(there.text)) return { row: here, isConflict: false }
  if (there.text.includes(here.text)) return { row: { ...there, customerKey: here.customerKey }, isConflict: false }
  const updatedAt = Math.max(here.updatedAt, there.updatedAt)
  return { row: { ...here, text: `${here.text}\n\n${there.text}`, updatedAt }, isConflict: true }
}

/** A star of either device stays. Of two snoozes, the one of this device does. */
export function mergeFlags(here: FlagsRow | undefined, there: FlagsRow): Merged<FlagsRow> {
  if (here === undefined) return { row: there, isConflict: false }
  const starredAt = here.starredAt ?? there.starredAt
  const snooze = here.snooze ?? there.snooze
  const back = here.snooze === undefined && there.snooze !== undefined ? undefined : (here.back ?? there.back)
  const isConflict = there.snooze !== undefined && here.snooze !== undefined && here.snooze.until !== there.snooze.until
  const row = {
    conversationId: here.conversationId,
    ...(starredAt !== undefined && { starredAt }),
    ...(snooze !== undefined && { snooze }),
    ...(back !== undefined && { back }),
  }
  return { row, isConflict }
}

/** The later one. */
export function mergeSeen(here: SeenRow | undefined, there: SeenRow): SeenRow {
  return here === undefined || there.seenAt > here.seenAt ? there : here
}

/**
 * What a snippet in a backup adds; null when its text is known. A different text under a known id is a second snippet, without a shortcut
 * that is taken. `makeId` makes an id for it.
 */
export function addedSnippet(
  here: readonly SnippetRow[],
  there: SnippetRow,
  makeId: () => string,
): Merged<SnippetRow> | null {
  if (here.some(({ text }) => text === there.text)) return null
  const isConflict = here.some(({ id }) => id === there.id)
  const isTaken = there.shortcut !== '' && here.some(({ shortcut }) => shortcut === there.shortcut)
  const row = { ...there, id: isConflict ? makeId() : there.id, shortcut: isTaken ? '' : there.shortcut }
  return { row, isConflict }
}

/** All searches, each text once. */
export function mergeSearches(
  here: readonly SavedSearch[],
  there: readonly SavedSearch[],
  makeId: () => string,
): readonly SavedSearch[] {
  const all = [...here]
  for (const search of there) {
    if (all.some(({ text }) => text === search.text)) continue
    all.push(all.some(({ id }) => id === search.id) ? { ...search, id: makeId() } : search)
  }
  return all
}
