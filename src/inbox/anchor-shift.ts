type Row = { readonly id: string }

/**
 * By how many rows what a person reads has moved, when rows came or went above it: the list is then
 * scrolled along, so that it stands still under the eye. The median of what was in sight decides, for
 * a single row may leap to the top. `count` 0 is the top of the list, which shows what is new.
 */
export function anchorShift(
  before: readonly Row[],
  after: readonly Row[],
  { first, count }: { readonly first: number; readonly count: number },
): number {
  if (before === after || count === 0) return 0
  const placeAfter = new Map(after.map((row, index) => [row.id, index]))
  const shifts = before.slice(first, first + count).flatMap((row, index) => {
    const place = placeAfter.get(row.id)
    return place === undefined ? [] : [place - first - index]
  })
  return shifts.toSorted((one, other) => one - other)[Math.floor(shifts.length / 2)] ?? 0
}
