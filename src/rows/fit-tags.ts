import { countFitting } from '../shared/text/fit-labels.ts'

/** The widths of a row's text, px, from which more tags may be shown. They are container queries in tags-in-row.tsx. */
export const TAG_STEPS_PX = [0, 200, 264, 330] as const

/** A row has a tag's padding, border and gap, and shows four at most: more would be noise. */
const IN_ROW = { aroundPx: 18, maxPx: 112, countPx: 28, maxCount: 4 } as const
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
  return TAG_STEPS_PX.map((stepPx) =>
    countFitting(labels, { ...IN_ROW, roomPx: Math.max(stepPx, NARROWEST_PX) * share - usedPx }),
  )
}
