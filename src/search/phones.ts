/** Telephone numbers are written in as many ways as there are people; what counts is their digits. */

/** A run that may be a number: digits in groups, from seven on. */
const RUN = /\+?\(?\d(?:[\s().\-/\u2010-\u2015\u00a0]{0,3}\d){6,17}/g
/** Fewer than this many digits are no telephone number. */
export const FEWEST_DIGITS = 7

export type PhoneRun = { readonly start: number; readonly end: number; readonly spellings: readonly string[] }

export function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '')
}

/**
 * The telephone numbers in a text, each with the ways in which it may be asked for: from the beginning of each of its groups, and
 * with a country's prefix left away.
 */
export function phonesIn(text: string): readonly PhoneRun[] {
  return [...text.matchAll(RUN)].map((match) => {
    const [run] = match
    return { start: match.index, end: match.index + run.length, spellings: spellingsOf(run) }
  })
}

function spellingsOf(run: string): readonly string[] {
  const groups = run.split(/\D+/).filter((group) => group !== '')
  const all = groups.map((_, index) => groups.slice(index).join(''))
  const whole = all[0] ?? ''
  const national = run.startsWith('+') ? [1, 2, 3].map((length) => whole.slice(length)) : []
  return [...new Set([...all, ...national])].filter((digits) => digits.length >= FEWEST_DIGITS)
}
