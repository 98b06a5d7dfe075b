/** Orders of conversations as arrays of slots (a conversation's place in the columns). Each step gives a new array: what was shown stays as it was. */

export type Compare = (slot: number, other: number) => number

/** Up to this many are looked for one by one, which is faster than looking at each. */
const FEW = 4

/** The order without some of its slots and with others; one that moves is in both. */
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
  for (const place of placesOf(slots, leaving)) {
    kept.set(slots.subarray(from, place), to)
    to += place - from
    from = place + 1
  }
  kept.set(slots.subarray(from), to)
  return kept
}

function placesOf(slots: Int32Array, wanted: readonly number[]): readonly number[] {
  if (wanted.length <= FEW) return wanted.map((slot) => slots.indexOf(slot)).toSorted((one, other) => one - other)
  const isWanted = new Uint8Array(1 + wanted.reduce((most, slot) => Math.max(most, slot), 0))
  for (const slot of wanted) isWanted[slot] = 1
  const places: number[] = []
  for (let place = 0; place < slots.length; place += 1) if (isWanted[slots[place] ?? -1] === 1) places.push(place)
  return places
}

/** `added` in order. */
function withAdded(slots: Int32Array, added: readonly number[], compare: Compare): Int32Array {
  if (added.length === 0) return slots
  const merged = new Int32Array(slots.length + added.length)
  let from = 0
  let to = 0
  for (const slot of added) {
    const place = placeFor(slot, slots, from, compare)
    merged.set(slots.subarray(from, place), to)
    to += place - from
    merged[to] = slot
    to += 1
    from = place
  }
  merged.set(slots.subarray(from), to)
  return merged
}

/** The first place, not before `low`, whose slot comes after. */
function placeFor(slot: number, slots: Int32Array, low: number, compare: Compare): number {
  let high = slots.length
  let first = low
  while (first < high) {
    const middle = (first + high) >>> 1
    if (compare(slots[middle] ?? 0, slot) < 0) first = middle + 1
    else high = middle
  }
  return first
}
