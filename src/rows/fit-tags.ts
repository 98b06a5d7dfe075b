/** The widths of a row's text, px, from which more tags may be shown. They are container queries in tags-in-row.tsx. */
export const TAG_STEPS_PX = [0, 200, 264, 330] as const

/** Tags shown at most: more would be noise. */
const MAX_TAGS = 4

/** A tag's padding, border and the gap after it, px. */
const AROUND_TAG_PX = 18
const MAX_TAG_PX = 112
/** "+34" and its gap. */
const COUNT_PX = 28
/** The assumed width of the narrowest text, px. */
const NARROWEST_PX = 150

type Room = {
  /** The width of the marks before the tags, px. */
  readonly usedPx: number
  /** The part of the row's width that marks and tags may take, up to 1. */
  readonly share: number
}

/** How many of the tags fit in one line at each of the widths. At least one, which is cut if need be. */
export function fitTags(labels: readonly string[], { usedPx, share }: Room): readonly number[] {
  return TAG_STEPS_PX.map((stepPx) => countFitting(labels, Math.max(stepPx, NARROWEST_PX) * share - usedPx))
}

function countFitting(labels: readonly string[], roomPx: number): number {
  let count = 0
  for (let leftPx = roomPx; count < Math.min(labels.length, MAX_TAGS); count += 1) {
    leftPx -= Math.min(textPx(labels[count] ?? '') + AROUND_TAG_PX, MAX_TAG_PX)
    const isLast = count === labels.length - 1
    if (leftPx < (isLast ? 0 : COUNT_PX)) break
  }
  return Math.min(labels.length, Math.max(1, count))
}

/** The width of a short text in the smallest size, px, on the wide side: what does not fit would be cut. */
export function textPx(text: string): number {
  let widthPx = 0
  for (const character of text) widthPx += character < '\u1100' ? 6.3 : 12
  return widthPx
}
