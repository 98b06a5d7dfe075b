import { idsBetween, type Listing } from '../catalogue/listing.ts'
import { pick, type Picked, unpick } from '../catalogue/picked.ts'

export type Picking = {
  readonly picked: Picked
  /** The row that is selected. */
  readonly selectedId: string | null
  /** Where the row of picked ones began that is being made longer or shorter; null for none. */
  readonly anchorId: string | null
}

/** One row further: what the hand goes over away from the anchor is picked, and let go again on the way back. */
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
  const begun = { picked: pick(picked, [selectedId]), selectedId, anchorId: listed.idAt(anchor) }
  const next = listed.idAt(index + step)
  if (next === null) return begun
  const isBack = Math.abs(index + step - anchor) < Math.abs(index - anchor)
  return { ...begun, picked: isBack ? unpick(picked, [selectedId]) : pick(begun.picked, [next]), selectedId: next }
}

/** All from the anchor to this row. */
export function extendTo(listed: Listing, { picked, selectedId, anchorId }: Picking, id: string): Picking {
  const from = anchorId ?? selectedId
  const [one, other] = [from === null ? -1 : listed.indexOf(from), listed.indexOf(id)]
  const start = one === -1 ? other : one
  const ids = idsBetween(listed, Math.min(start, other), Math.max(start, other) + 1)
  return { picked: pick(picked, ids), selectedId: id, anchorId: listed.idAt(start) }
}
