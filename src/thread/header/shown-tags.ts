import { countFitting } from '../../shared/text/fit-labels.ts'

/** A tag in the header has a button that removes it, and is cut at 160 px. */
const IN_HEADER = { aroundPx: 40, maxPx: 166, countPx: 40, maxCount: 8 } as const
/** Together with a subject, the actions and the field, the tags fill about one line of a thread of 690 px, or of a narrow one of 400 px. */
const ROOM_PX = { wide: 330, narrow: 100 } as const

/** How many tags the header shows before the user asks for all. */
export function countShownTags(labels: readonly string[], width: keyof typeof ROOM_PX): number {
  return countFitting(labels, { ...IN_HEADER, roomPx: ROOM_PX[width] })
}
