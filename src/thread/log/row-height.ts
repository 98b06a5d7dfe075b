import type { LogRow } from './days.ts'

const LINE_PX = 20
/** What a bubble's text can be wide, and a letter's usual width, px. */
const TEXT_PX = 520
const LETTER_PX = 6.4
/** A text longer than this is cut short, see collapse.ts. */
const MAX_LINES = 30

/** How high a row will about be, px: the nearer, the less the scroll bar moves under the hand when rows are measured. */
export function estimateHeight(row: LogRow | undefined): number {
  if (row === undefined) return LINE_PX
  if (row.kind !== 'message') return 32
  const { item, startsGroup, endsGroup } = row
  const lines = Math.min(MAX_LINES, Math.ceil(item.content.length / (TEXT_PX / LETTER_PX)) || 1)
  return lines * LINE_PX + 16 + (startsGroup ? 20 : 0) + (endsGroup ? 12 : 2) + (item.echo === null ? 0 : 24)
}
