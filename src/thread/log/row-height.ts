import type { LogRow } from './days.ts'

const LINE_PX = 20
/** The maximum width of the text in a bubble, and the average width of a letter, px. */
const TEXT_PX = 520
const LETTER_PX = 6.4
/** A longer text is collapsed (see collapse.ts). */
const MAX_LINES = 30

/** A thread up to this estimated height, px, is rendered as a whole: two or three screens. */
const SHORT_PX = 1_600
/** A short thread stays one while it is open and grows to no more rows than this: another list would lose the scroll position. */
const MAX_SHORT_ROWS = 200

/** Whether all rows of a thread are rendered. `was`: whether they were before; undefined when the thread opens. */
export function isShort(rows: readonly LogRow[], was?: boolean): boolean {
  if (was !== undefined) return was && rows.length <= MAX_SHORT_ROWS
  let height = 0
  for (const row of rows) {
    height += estimateHeight(row)
    if (height > SHORT_PX) return false
  }
  return true
}

/** The estimated height of a row, px. The better the estimate, the less the scroll bar jumps when rows are measured. */
export function estimateHeight(row: LogRow | undefined): number {
  if (row === undefined) return LINE_PX
  if (row.kind !== 'message') return 32
  const { item, startsGroup, endsGroup } = row
  const lines = Math.min(MAX_LINES, Math.ceil(item.content.length / (TEXT_PX / LETTER_PX)) || 1)
  return lines * LINE_PX + 16 + (startsGroup ? 20 : 0) + (endsGroup ? 12 : 2) + (item.echo === null ? 0 : 24)
}
