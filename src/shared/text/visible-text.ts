/**
 * Which parts of a text a person can see. Chat services and contact lists deliver names and messages made of characters that draw
 * nothing (zero-width marks, fillers, direction marks, blank Braille); such a text must count as empty.
 */

/** Unicode gives these a shape of its own, but the shape is empty: blank Braille cell, null notehead. */
const EMPTY_SHAPES = '\\u2800\\u{1d159}'
const INVISIBLE = `\\p{White_Space}\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}\\p{Noncharacter_Code_Point}${EMPTY_SHAPES}`
const VISIBLE = new RegExp(`[^${INVISIBLE}]`, 'u')

/** Characters without width: format and direction marks, controls, fillers. White space stays: it separates words. */
const WITHOUT_WIDTH = /(?!\p{White_Space})[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu
const LONE_SURROGATE = /\p{Surrogate}/gu

/** True when at least one character of the text draws something. */
export function hasVisibleText(text: string): boolean {
  return VISIBLE.test(text)
}

/**
 * For identifiers that are typed or pasted (addresses, phone numbers, names of workspaces): the text without characters that draw
 * nothing. Never for messages or names of people: joiners shape emoji and several scripts.
 */
export function withoutInvisibleMarks(text: string): string {
  return text.replaceAll(WITHOUT_WIDTH, '')
}

/** Well-formed Unicode: each lone surrogate becomes U+FFFD, as in `String.prototype.toWellFormed` (not in every supported engine). */
export function toWellFormed(text: string): string {
  return text.replaceAll(LONE_SURROGATE, '\ufffd')
}
