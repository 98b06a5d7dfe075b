/** Sorted arrays of slots (indexes into the columns). Every function returns a new array, so listings made from the old one stay valid. */

export type Compare = (slotA: number, slotB: number) => number

/** For up to this many slots, one indexOf each is faster than a scan of the whole array. */
const FEW = 4

/** Removes `leaving` and inserts `entering`. A slot that moves is in both. */
export function reorder(
  slots: Int32Array,
  leaving: readonly number[],
  entering: readonly number[],
  compare: Compare,
): Int32Array {
  return withAdded(without(slots, leaving), entering.toSorted(compare), compare)
}

function without(slots: Int32Array, leaving: readonly number[]): Int32Array {
  if (leaving.length === 0) return slots
  const kept = new Int32Array(slots.length - leaving.length)
  let from = 0
  let to = 0
  for (const position of positionsOf(slots, leaving)) {
    kept.set(slots.subarray(from, position), to)
    to += position - from
    from = position + 1
  }
  kept.set(slots.subarray(from), to)
  return kept
}

function positionsOf(slots: Int32Array, wanted: readonly number[]): readonly number[] {
  if (wanted.length <= FEW) return wanted.map((slot) => slots.indexOf(slot)).toSorted((a, b) => a - b)
  const isWanted = new Uint8Array(1 + wanted.reduce((highest, slot) => Math.max(highest, slot), 0))
  for (const slot of wanted) isWanted[slot] = 1
  const positions: number[] = []
  for (let position = 0; position < slots.length; position += 1)
    if (isWanted[slots[position] ?? -1] === 1) positions.push(position)
  return positions
}

/** `added` must be sorted. */
function withAdded(slots: Int32Array, added: readonly number[], compare: Compare): Int32Array {
  if (added.length === 0) return slots
  const merged = new Int32Array(slots.length + added.length)
  let from = 0
  let to = 0
  for (const slot of added) {
    const position = insertionIndex(slot, slots, from, compare)
    merged.set(slots.subarray(from, position), to)
    to += position - from
    merged[to] = slot
    to += 1
    from = position
  }
  merged.set(slots.subarray(from), to)
  return merged
}

/** The first index from `low` on whose slot sorts after `slot`. */
function insertionIndex(slot: number, slots: Int32Array, low: number, compare: Compare): number {
  let high = slots.length
  let first = low
  while (first < high) {
    const middle = (first + high) >>> 1
    if (compare(slots[middle] ?? 0, slot) < 0) first = middle + 1
    else high = middle
  }
  return first
}
