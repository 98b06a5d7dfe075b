import { foldText } from '../shared/text/fold-text.ts'

/** Suggested tags of other conversations. */
const MAX_OFFERED = 6

type TagLine = { readonly tag: string; readonly count: number }

/** Tags of the picked conversations, most common first, then other known tags. Only those that contain the typed text. */
export function tagLines(
  known: readonly string[],
  counts: ReadonlyMap<string, number>,
  typed: string,
): readonly TagLine[] {
  const query = foldText(typed.trim())
  const matches = (tag: string): boolean => foldText(tag).includes(query)
  const current = [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .filter(({ tag }) => matches(tag))
    .toSorted((a, b) => b.count - a.count || a.tag.localeCompare(b.tag))
  const suggested = known.filter((tag) => !counts.has(tag) && matches(tag)).slice(0, MAX_OFFERED)
  return [...current, ...suggested.map((tag) => ({ tag, count: 0 }))]
}
