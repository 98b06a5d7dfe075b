import { foldText } from '../shared/text/fold-text.ts'
import { beginningOf } from '../shared/sane-values.ts'
import { hasVisibleText } from '../shared/text/visible-text.ts'
import { text } from '../strings/text.ts'
import { harmlessLine } from './harmless-text.ts'

/** A tag as shown. An invisible one gets a name, so that it can be removed. */
export function tagLabel(tag: string): string {
  return hasVisibleText(tag) ? harmlessLine(tag) : text('words.blankTag')
}

/** More tags never fit into a row. */
export const MAX_TAGS_SHOWN = 20

/** Suggestions shown at once. */
const MAX_SUGGESTIONS = 6

/** Of a tag that is typed, UTF-16 units. The server may have longer ones. */
export const MAX_TAG_LENGTH = 50

/** The tag that the typed text names; null for a text without visible characters. */
export function typedTag(typed: string): string | null {
  const tag = beginningOf(harmlessLine(typed), MAX_TAG_LENGTH).trim()
  return hasVisibleText(tag) ? tag : null
}

/** Adds what the user typed, or returns the same list when it has the tag already. Tags that differ only in case are the same. */
export function withTag(tags: readonly string[], typed: string): readonly string[] {
  const tag = typedTag(typed)
  return tag === null ? tags : withKnownTag(tags, tag)
}

/** Adds a tag of another conversation, exactly as it is there: the server may have tags that can't be typed. */
export function withKnownTag(tags: readonly string[], tag: string): readonly string[] {
  return tags.some((existing) => isSameTag(existing, tag)) ? tags : [...tags, tag]
}

/** Known tags that contain the typed text and aren't set yet. Those that begin with it come first. */
export function suggestTags(known: readonly string[], tags: readonly string[], typed: string): readonly string[] {
  const query = foldText(harmlessLine(typed))
  const free = known.filter(
    (tag) => !tags.some((existing) => isSameTag(existing, tag)) && foldText(tag).includes(query),
  )
  const isBeginning = (tag: string): boolean => foldText(tag).startsWith(query)
  return [...free.filter(isBeginning), ...free.filter((tag) => !isBeginning(tag))].slice(0, MAX_SUGGESTIONS)
}

/** Removes a tag, or returns the same list when it isn't there. */
export function withoutTag(tags: readonly string[], tag: string): readonly string[] {
  const left = tags.filter((existing) => !isSameTag(existing, tag))
  return left.length === tags.length ? tags : left
}

function isSameTag(first: string, second: string): boolean {
  return first.toLowerCase() === second.toLowerCase()
}
