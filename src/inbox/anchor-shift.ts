import type { Listing } from '../catalogue/listing.ts'

/**
 * By how many rows what a person reads has moved, when rows came or went above it: the list is then
 * scrolled along, so that it stands still under the eye. The median of what was in sight decides, for
 * a single row may leap to the top. `count` 0 is the top of the list, which shows what is new.
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
    const place = id === null ? -1 : after.indexOf(id)
    if (place !== -1) shifts.push(place - index)
  }
  return shifts.toSorted((one, other) => one - other)[Math.floor(shifts.length / 2)] ?? 0
}
