/**
 * A base with more combining marks than any writing needs: Unicode's own bound (UAX #15, stream-safe text) is 30. Engines sort such a run
 * in quadratic time, so that 100 KB of them take half a minute. The half-width voiced marks become combining ones in NFKC and NFKD.
 */
const OVERLOADED = /[^\p{M}\uff9e\uff9f]?[\p{M}\uff9e\uff9f]{31,}/gu
const IS_OVERLOADED = /[\p{M}\uff9e\uff9f]{31}/u

/**
 * Characters that NFC exchanges for one that looks different: CJK compatibility ideographs, among them the forms in which names are
 * written, and the narrow angle brackets, which become wide ones.
 */
const REDRAWN = /[\uf900-\ufaff\u{2f800}-\u{2fa1f}\u2329\u232a]/u
const LEFT_BY_NFC = new RegExp(`${OVERLOADED.source}|${REDRAWN.source}`, 'gu')

type Form = 'NFC' | 'NFKC' | 'NFKD'

/** A normal form in linear time, for texts that are compared or looked for: an overloaded run of marks stays as it is. */
export function normalised(text: string, form: Form): string {
  // By far most texts: this look is much quicker than going from match to match.
  return IS_OVERLOADED.test(text) ? normalisedAround(text, OVERLOADED, form) : text.normalize(form)
}

/** NFC for a text that someone reads: in linear time, and every character looks as before. */
export function toNfc(text: string): string {
  return REDRAWN.test(text) ? normalisedAround(text, LEFT_BY_NFC, 'NFC') : normalised(text, 'NFC')
}

/** What matches stays as it is. */
function normalisedAround(text: string, kept: RegExp, form: Form): string {
  let end = 0
  let normal = ''
  for (const { index, 0: run } of text.matchAll(kept)) {
    normal += text.slice(end, index).normalize(form) + run
    end = index + run.length
  }
  return normal + text.slice(end).normalize(form)
}
