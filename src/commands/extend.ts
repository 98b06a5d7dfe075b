import { idsBetween, type Listing } from '../catalogue/listing.ts'
import { pick, type Picked, unpick } from '../catalogue/picked.ts'

export type Picking = {
  readonly picked: Picked
  /** The row that is selected. */
  readonly selectedId: string | null
  /** The row where the range that is being extended starts; null for none. */
  readonly anchorId: string | null
}

/** Moves the selection by one row: picks rows while moving away from the anchor, and unpicks them on the way back. */
export function extendBy(listed: Listing, { picked, selectedId, anchorId }: Picking, step: 1 | -1): Picking {
  const index = selectedId === null ? -1 : listed.indexOf(selectedId)
  const first = listed.idAt(0)
  if (selectedId === null || index === -1) {
    return first === null
      ? { picked, selectedId, anchorId }
      : { picked: pick(picked, [first]), selectedId: first, anchorId: first }
  }
  const known = anchorId === null ? -1 : listed.indexOf(anchorId)
  const anchor = known === -1 ? index : known
  const started = { picked: pick(picked, [selectedId]), selectedId, anchorId: listed.idAt(anchor) }
  const next = listed.idAt(index + step)
  if (next === null) return started
  const isBack = Math.abs(index + step - anchor) < Math.abs(index - anchor)
  return { ...started, picked: isBack ? unpick(picked, [selectedId]) : pick(started.picked, [next]), selectedId: next }
}

/** Picks every row from the anchor to this one. */
export function extendTo(listed: Listing, { picked, selectedId, anchorId }: Picking, id: string): Picking {
  const from = anchorId ?? selectedId
  const end = listed.indexOf(id)
  const anchor = from === null ? -1 : listed.indexOf(from)
  const start = anchor === -1 ? end : anchor
  const ids = idsBetween(listed, Math.min(start, end), Math.max(start, end) + 1)
  return { picked: pick(picked, ids), selectedId: id, anchorId: listed.idAt(start) }
}
