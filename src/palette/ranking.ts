import { type Rankable, type SectionName, SECTIONS } from './entry.ts'
import { foldQuery, MATCH, matchTerm } from './match.ts'

export type Ranked<E> = readonly { readonly name: SectionName; readonly entries: readonly E[] }[]

/** Entries shown of each section. */
const MAX_SHOWN: Readonly<Record<SectionName, number>> = {
  commands: 8,
  customers: 6,
  starts: 1,
  conversations: 6,
  tags: 5,
  searches: 5,
  workspaces: 5,
  settings: 6,
}

/**
 * The entries that match, best first. The section with the best entry is first, so the first entry of the list is the best of all. Equal ones
 * keep their order. New conversations are last. A query that starts with # finds tags only.
 */
export function rankEntries<E extends Rankable>(entries: readonly E[], typed: string): Ranked<E> {
  const query = foldQuery(typed)
  const isTag = query.startsWith('#')
  const wanted = isTag ? query.slice(1).trim() : query
  const scored = entries.flatMap((entry) => {
    if (isTag && entry.section !== 'tags') return []
    const score = wanted === '' ? (isTag ? MATCH.prefix : 0) : scoreOf(entry, wanted, query)
    return score === 0 ? [] : [{ entry, score: score + entry.boost }]
  })
  scored.sort((a, b) => b.score - a.score)
  const sections = SECTIONS.map((name) => {
    const matching = scored.filter(({ entry }) => entry.section === name)
    // Beside a word that starts as typed, letters in sequence are noise.
    const isClear = (matching[0]?.score ?? 0) >= MATCH.wordStart
    const own = matching.filter(({ score }) => !isClear || score >= MATCH.inside).slice(0, MAX_SHOWN[name])
    return { name, best: own[0]?.score ?? 0, entries: own.map(({ entry }) => entry) }
  })
  return sections
    .filter(({ best }) => best > 0)
    .toSorted((a, b) => Number(a.name === 'starts') - Number(b.name === 'starts') || b.best - a.best)
    .map(({ name, entries: own }) => ({ name, entries: own }))
}

/** `whole` is the query with its #, which may be part of the tag. */
function scoreOf({ terms, ownScore = 0 }: Rankable, wanted: string, whole: string): number {
  let best = ownScore
  for (const term of terms) {
    best = Math.max(best, matchTerm(term, wanted))
    if (whole !== wanted) best = Math.max(best, matchTerm(term, whole))
  }
  return best
}

/**
 * The list after more entries were found for the same text. Nothing above the selected entry moves, and neither does the selected entry: the
 * user may be about to press Enter. New entries of these sections are added at the end, new sections after them.
 */
export function addFound<E extends Rankable>(shown: Ranked<E>, next: Ranked<E>, selectedId: string | null): Ranked<E> {
  const at = shown.findIndex(({ entries }) => entries.some(({ id }) => id === selectedId))
  if (at === -1) return next
  const kept = shown.slice(0, at + 1).flatMap(({ name, entries }) => {
    const found = next.find((section) => section.name === name)?.entries ?? []
    const still = entries.flatMap(({ id }) => found.find((entry) => entry.id === id) ?? [])
    const added = found.filter(({ id }) => !entries.some((entry) => entry.id === id))
    const all = [...still, ...added]
    return all.length === 0 ? [] : [{ name, entries: all }]
  })
  return [...kept, ...next.filter(({ name }) => !kept.some((section) => section.name === name))]
}
