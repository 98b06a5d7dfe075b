/**
 * Whatever a customer sends is shown as text and nothing else. Control characters would draw nothing
 * or worse; the two overrides of direction turn words around so that `moc.elgoog` reads as a known
 * address. Marks, embeddings and isolates of right-to-left writing stay: a bubble is isolated as a whole.
 */
const LINE_ENDS = /\r\n?|\u2028|\u2029|\u0085/g
// oxlint-disable-next-line no-control-regex -- they are what this is about
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufff9-\ufffb]/g
const OVERRIDES = /[\u202d\u202e]/g

export function harmlessText(text: string): string {
  return text.replace(LINE_ENDS, '\n').replace(OVERRIDES, '').replace(CONTROLS, '\ufffd')
}

/** The same in one line, for names and labels. */
export function harmlessLine(text: string): string {
  return harmlessText(text).replace(/\s+/g, ' ').trim()
}
