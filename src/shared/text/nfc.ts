/**
 * A base with more combining marks than any script needs: Unicode's limit (UAX #15, stream-safe text) is 30. Engines sort such a run in
 * quadratic time, so 100 KB of marks take half a minute. Half-width voiced marks become combining marks in NFKC and NFKD.
 */
const OVERLOADED = /[^\p{M}\uff9e\uff9f]?[\p{M}\uff9e\uff9f]{31,}/gu
const IS_OVERLOADED = /[\p{M}\uff9e\uff9f]{31}/u

/**
 * Characters that NFC replaces with ones that look different: CJK compatibility ideographs, which are used in names, and the narrow angle
 * brackets, which become wide.
 */
const REDRAWN = /[\uf900-\ufaff\u{2f800}-\u{2fa1f}\u2329\u232a]/u
const LEFT_BY_NFC = new RegExp(`${OVERLOADED.source}|${REDRAWN.source}`, 'gu')

type Form = 'NFC' | 'NFKC' | 'NFKD'

/** Normalises in linear time, for texts that are compared or searched. Overloaded runs of marks stay unchanged. */
export function normalised(text: string, form: Form): string {
  // Most texts have no such run, and `test` is much faster than `matchAll`.
  return IS_OVERLOADED.test(text) ? normalisedAround(text, OVERLOADED, form) : text.normalize(form)
}

/** NFC for displayed texts, in linear time. Every character looks the same as before. */
export function toNfc(text: string): string {
  return REDRAWN.test(text) ? normalisedAround(text, LEFT_BY_NFC, 'NFC') : normalised(text, 'NFC')
}

/** Normalises everything except the matches of `unchanged`. */
function normalisedAround(text: string, unchanged: RegExp, form: Form): string {
  let end = 0
  let normal = ''
  for (const { index, 0: run } of text.matchAll(unchanged)) {
    normal += text.slice(end, index).normalize(form) + run
    end = index + run.length
  }
  return normal + text.slice(end).normalize(form)
}
