import type { Rankable } from './entry.ts'
import { addFound, type Ranked } from './ranking.ts'

/** What the palette shows for a text. */
export type Shown<E> = {
  readonly typed: string
  readonly ranked: Ranked<E>
  /** Null when nothing matches: the search of the messages, which is always last, is then selected. */
  readonly selectedId: string | null
}

type Now<E> = {
  readonly typed: string
  readonly ranked: Ranked<E>
  /** The entry that the user has moved to; null for none. */
  readonly movedTo: string | null
  /** More was found when the user had already seen the list for this text. */
  readonly isLate: boolean
}

/**
 * The list and its selection after a change. While the user can't have read the list, the best entry is first and selected. Afterwards, and once
 * the user has moved, what is found is added where it moves nothing that is about to be chosen.
 */
export function nextShown<E extends Rankable>(before: Shown<E> | null, now: Now<E>): Shown<E> {
  const { typed, ranked, movedTo } = now
  const isSameText = before?.typed === typed
  const selectedId = movedTo ?? (isSameText ? before.selectedId : null)
  if (!isSameText || (movedTo === null && !now.isLate)) return { typed, ranked, selectedId: firstId(ranked) }
  const added = addFound(before.ranked, ranked, selectedId)
  // Null stays selected too: it is the search.
  const isThere = selectedId === null || movedTo !== null || idsOf(added).includes(selectedId)
  return { typed, ranked: added, selectedId: isThere ? selectedId : firstId(added) }
}

function firstId(ranked: Ranked<Rankable>): string | null {
  return ranked[0]?.entries[0]?.id ?? null
}

function idsOf(ranked: Ranked<Rankable>): readonly string[] {
  return ranked.flatMap(({ entries }) => entries.map(({ id }) => id))
}
