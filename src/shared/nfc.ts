/**
 * A base with more combining marks than any writing needs: Unicode's own bound (UAX #15, stream-safe text) is 30. Engines sort such a run
 * in quadratic time, so that 100 KB of them take half a minute.
 */
const OVERLOADED = /\P{M}?\p{M}{31,}/gu
const IS_OVERLOADED = /\p{M}{31}/u

/** NFC in linear time: an overloaded run of marks stays as it is. */
export function toNfc(text: string): string {
  // By far most texts: this look is much quicker than going from match to match.
  if (!IS_OVERLOADED.test(text)) return text.normalize('NFC')
  let end = 0
  let normal = ''
  for (const { index, 0: run } of text.matchAll(OVERLOADED)) {
    normal += text.slice(end, index).normalize('NFC') + run
    end = index + run.length
  }
  return normal + text.slice(end).normalize('NFC')
}
