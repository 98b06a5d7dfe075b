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
  const wanted = foldText(typed.trim())
  const isWanted = (tag: string): boolean => foldText(tag).includes(wanted)
  const current = [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .filter(({ tag }) => isWanted(tag))
    .toSorted((a, b) => b.count - a.count || a.tag.localeCompare(b.tag))
  const others = known.filter((tag) => !counts.has(tag) && isWanted(tag)).slice(0, MAX_OFFERED)
  return [...current, ...others.map((tag) => ({ tag, count: 0 }))]
}
