type Room = {
  readonly roomPx: number
  /** A label's padding and border, and the gap after it, px. */
  readonly aroundPx: number
  /** A wider label is cut. With padding, border and gap, px. */
  readonly maxPx: number
  /** "+34" and its gap, px. */
  readonly countPx: number
  readonly maxCount: number
}

/** How many labels fit in one line, with the number of the others after them. At least one, which is cut if need be. */
export function countFitting(labels: readonly string[], room: Room): number {
  let count = 0
  for (let leftPx = room.roomPx; count < Math.min(labels.length, room.maxCount); count += 1) {
    leftPx -= Math.min(textPx(labels[count] ?? '') + room.aroundPx, room.maxPx)
    const isLast = count === labels.length - 1
    if (leftPx < (isLast ? 0 : room.countPx)) break
  }
  return Math.min(labels.length, Math.max(1, count))
}

/** The width of a short text in the smallest size, px, on the wide side: what does not fit would be cut. */
export function textPx(text: string): number {
  let widthPx = 0
  for (const character of text) widthPx += character < '\u1100' ? 6.3 : 12
  return widthPx
}
