import { foldText } from '../shared/text/fold-text.ts'

/** Tags of other conversations that are offered at once. */
const MAX_OFFERED = 6

type TagLine = { readonly tag: string; readonly count: number }

/** The tags on any of the picked conversations, those on most first, then known ones that go on from what is typed. */
export function tagLines(
  known: readonly string[],
  counts: ReadonlyMap<string, number>,
  typed: string,
): readonly TagLine[] {
  const wanted = foldText(typed.trim())
  const isWanted = (tag: string): boolean => foldText(tag).includes(wanted)
  const there = [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .filter(({ tag }) => isWanted(tag))
    .toSorted((one, other) => other.count - one.count || one.tag.localeCompare(other.tag))
  const others = known.filter((tag) => !counts.has(tag) && isWanted(tag)).slice(0, MAX_OFFERED)
  return [...there, ...others.map((tag) => ({ tag, count: 0 }))]
}
