import { beginningOf } from '../shared/sane-values.ts'
import { toWellFormed } from '../shared/text/visible-text.ts'

/**
 * Text from customers is shown without control characters, which may corrupt the display, and without the two
 * direction overrides, which can make `moc.elgoog` read as a known address. Marks, embeddings and isolates of
 * right-to-left writing stay, because each bubble isolates its direction.
 */
const LINE_ENDS = /\r\n?|\u2028|\u2029|\u0085/g
// oxlint-disable-next-line no-control-regex -- it removes control characters on purpose
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufff9-\ufffb]/g
const OVERRIDES = /[\u202d\u202e]/g

/** UTF-16 units. Email subjects are the longest useful labels. */
const MAX_LINE = 300

export function harmlessText(text: string): string {
  return toWellFormed(text).replace(LINE_ENDS, '\n').replace(OVERRIDES, '').replace(CONTROLS, '\ufffd')
}

/** The same in one line, for names and labels. Cut to a length that fits on screen: a server may send 100 KB. */
export function harmlessLine(text: string): string {
  return harmlessBeginning(text, MAX_LINE)
}

/** The beginning of a text in one line: at most `max` UTF-16 units, and an ellipsis if there is more. */
export function harmlessBeginning(text: string, max: number): string {
  // Reads twice as much, because runs of spaces become one.
  const line = wholeHarmlessLine(beginningOf(text, 2 * max))
  return line.length <= max ? line : `${beginningOf(line, max).trimEnd()}…`
}

/** The whole text in one line, for exports and the clipboard. */
export function wholeHarmlessLine(text: string): string {
  return harmlessText(text).replace(/\s+/g, ' ').trim()
}
