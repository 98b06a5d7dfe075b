/**
 * Detection of visible text. Chat services and contact lists deliver names and messages that consist of invisible characters (zero-width
 * marks, fillers, direction marks, blank Braille). Such a text must count as empty.
 */

/** Characters with an empty glyph: blank Braille, null notehead. */
const EMPTY_SHAPES = '\\u2800\\u{1d159}'
const INVISIBLE = `\\p{White_Space}\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}\\p{Noncharacter_Code_Point}${EMPTY_SHAPES}`
const VISIBLE = new RegExp(`[^${INVISIBLE}]`, 'u')

/** Zero-width characters: format and direction marks, controls, fillers. Not white space, which separates words. */
const WITHOUT_WIDTH = /(?!\p{White_Space})[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu
const LONE_SURROGATE = /\p{Surrogate}/gu

/** True when at least one character is visible. */
export function hasVisibleText(text: string): boolean {
  return VISIBLE.test(text)
}

/**
 * Removes invisible characters from typed or pasted identifiers (addresses, phone numbers, workspace names). Do not use it for messages or
 * personal names: joiners shape emoji and several scripts.
 */
export function withoutInvisibleMarks(text: string): string {
  return text.replaceAll(WITHOUT_WIDTH, '')
}

/** Replaces each lone surrogate with U+FFFD, like `String.prototype.toWellFormed`, which not every supported engine has. */
export function toWellFormed(text: string): string {
  return text.replaceAll(LONE_SURROGATE, '\ufffd')
}
