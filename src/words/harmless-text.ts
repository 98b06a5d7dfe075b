import { beginningOf } from '../shared/sane-values.ts'
import { toWellFormed } from '../shared/text/visible-text.ts'

/**
 * Whatever a customer sends is shown as text and nothing else. Control characters would draw nothing
 * or worse; the two overrides of direction turn words around so that `moc.elgoog` reads as a known
 * address. Marks, embeddings and isolates of right-to-left writing stay: a bubble is isolated as a whole.
 */
const LINE_ENDS = /\r\n?|\u2028|\u2029|\u0085/g
// oxlint-disable-next-line no-control-regex -- they are what this is about
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufff9-\ufffb]/g
const OVERRIDES = /[\u202d\u202e]/g

/** UTF-16 units. Subjects of emails are the longest labels that make sense. */
const MAX_LINE = 300

export function harmlessText(text: string): string {
  return toWellFormed(text).replace(LINE_ENDS, '\n').replace(OVERRIDES, '').replace(CONTROLS, '\ufffd')
}

/** The same in one line, for names and labels. A longer one than any screen shows is cut: a server may send 100 KB. */
export function harmlessLine(text: string): string {
  return harmlessBeginning(text, MAX_LINE)
}

/** The beginning of a text in one line, `max` UTF-16 units and a mark that there is more. */
export function harmlessBeginning(text: string, max: number): string {
  // Twice as much is looked at, since runs of space become one.
  const line = wholeHarmlessLine(beginningOf(text, 2 * max))
  return line.length <= max ? line : `${beginningOf(line, max).trimEnd()}…`
}

/** All of it in one line, for what leaves the app. */
export function wholeHarmlessLine(text: string): string {
  return harmlessText(text).replace(/\s+/g, ' ').trim()
}
