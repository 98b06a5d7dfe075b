import type { Listing } from '../catalogue/listing.ts'

/**
 * How many rows the visible rows moved because rows were added or removed above them. The list scrolls by
 * this much, so that the visible rows stay in place. It is the median over the visible rows, because a
 * single row may jump to the top. `first` and `count` are the visible rows. With `count` 0, at the top of
 * the list, the shift is 0: new rows may appear there.
 */
export function anchorShift(
  before: Pick<Listing, 'idAt'>,
  after: Pick<Listing, 'idAt' | 'indexOf'>,
  { first, count }: { readonly first: number; readonly count: number },
): number {
  if (before === after) return 0
  const shifts: number[] = []
  for (let index = first; index < first + count; index += 1) {
    const id = before.idAt(index)
    const newIndex = id === null ? -1 : after.indexOf(id)
    if (newIndex !== -1) shifts.push(newIndex - index)
  }
  return shifts.toSorted((a, b) => a - b)[Math.floor(shifts.length / 2)] ?? 0
}
