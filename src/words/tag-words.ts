import { foldText } from '../shared/text/fold-text.ts'
import { hasVisibleText } from '../shared/text/visible-text.ts'
import { harmlessLine } from './harmless-text.ts'

/** A tag as it is shown. One that has nothing to see is named, so that it can be removed. */
export function tagLabel(tag: string): string {
  return hasVisibleText(tag) ? harmlessLine(tag) : 'Blank tag'
}

/** More tags than fit into a row, whatever their length. */
export const MAX_TAGS_SHOWN = 20

/** Suggestions shown at once. */
const MAX_SUGGESTIONS = 6

/** Longer ones are sentences. */
const MAX_TAG_LENGTH = 50

/** The tags with another one, or the very same list when there is nothing to add. Two that differ in case alone are one. */
export function withTag(tags: readonly string[], typed: string): readonly string[] {
  const tag = harmlessLine(typed).slice(0, MAX_TAG_LENGTH).trim()
  return !hasVisibleText(tag) || tags.some((one) => isSameTag(one, tag)) ? tags : [...tags, tag]
}

/** Known tags that go on from what is typed, those that begin with it first; never one that is there already. */
export function suggestTags(known: readonly string[], tags: readonly string[], typed: string): readonly string[] {
  const wanted = foldText(harmlessLine(typed))
  const free = known.filter((tag) => !tags.some((one) => isSameTag(one, tag)) && foldText(tag).includes(wanted))
  const isBeginning = (tag: string): boolean => foldText(tag).startsWith(wanted)
  return [...free.filter(isBeginning), ...free.filter((tag) => !isBeginning(tag))].slice(0, MAX_SUGGESTIONS)
}

/** The tags without one of them, or the very same list when it is not among them. */
export function withoutTag(tags: readonly string[], tag: string): readonly string[] {
  return tags.some((one) => isSameTag(one, tag)) ? tags.filter((one) => !isSameTag(one, tag)) : tags
}

function isSameTag(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
