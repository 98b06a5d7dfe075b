/**
 * The record of a text: its words' numbers in order, a byte or two each (7 bits a byte, low bits first, the high bit means that more
 * follow), with the control codes below in between. A vocabulary's numbers start at FIRST_TERM, after the codes.
 */

/** The next word does not follow the previous one, so no phrase spans them. */
export const BREAK = 0
/** The end of a message. */
export const END = 1
/** The next word is an alternative at the position of the previous one. */
export const ALSO = 2

/** The wanted words: bit n stands for the n-th word of the query. */
export type Pattern = {
  /** By word number: the bits of the wanted words that this word matches. */
  readonly masks: Uint32Array
  /** The bits of the first words of all parts. */
  readonly firsts: number
  /** The bits of the last words of all parts. */
  readonly lasts: number
}

/**
 * Reads the record between `start` and `end` once, and visits each message that matches, with the `lasts` bits of the parts that it
 * contains. The scan ends when `visit` returns true.
 */
export function scanRecord(
  record: Uint8Array,
  { start, end }: { readonly start: number; readonly end: number },
  { masks, firsts, lasts }: Pattern,
  visit: (found: number, message: number) => boolean,
): void {
  let state = 0
  /** The state before the previous word. */
  let before = 0
  let isAlso = false
  let found = 0
  let message = 0
  for (let at = start; at < end;) {
    let term = record[at++] as number
    if (term >= 0x80) {
      let shift = 7
      let byte: number
      term &= 0x7f
      do {
        byte = record[at++] as number
        term |= (byte & 0x7f) << shift
        shift += 7
      } while (byte >= 0x80)
    }
    if (term > ALSO) {
      // Shift-and: a wanted word matches where the wanted word before it has matched, or where a part begins.
      if (isAlso) {
        state |= ((before << 1) | firsts) & (masks[term] as number)
        isAlso = false
      } else {
        before = state
        state = ((state << 1) | firsts) & (masks[term] as number)
      }
      found |= state & lasts
      continue
    }
    if (term === ALSO) {
      isAlso = true
      continue
    }
    state = 0
    if (term !== END) continue
    if (found !== 0 && visit(found, message)) return
    found = 0
    message += 1
  }
}
