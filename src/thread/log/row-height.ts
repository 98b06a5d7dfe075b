import type { LogRow } from './days.ts'

const LINE_PX = 20
/** The maximum width of the text in a bubble, and the average width of a letter, px. */
const TEXT_PX = 520
const LETTER_PX = 6.4
/** A longer text is collapsed (see collapse.ts). */
const MAX_LINES = 30

/** The estimated height of a row, px. The better the estimate, the less the scroll bar jumps when rows are measured. */
export function estimateHeight(row: LogRow | undefined): number {
  if (row === undefined) return LINE_PX
  if (row.kind !== 'message') return 32
  const { item, startsGroup, endsGroup } = row
  const lines = Math.min(MAX_LINES, Math.ceil(item.content.length / (TEXT_PX / LETTER_PX)) || 1)
  return lines * LINE_PX + 16 + (startsGroup ? 20 : 0) + (endsGroup ? 12 : 2) + (item.echo === null ? 0 : 24)
}
