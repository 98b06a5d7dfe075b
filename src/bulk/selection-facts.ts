import type { ListCatalogue } from '../catalogue/live-catalogue.ts'

/** What a selection holds. */
export type SelectionFacts = {
  readonly waiting: number
  readonly unread: number
  readonly drafts: number
  readonly starred: number
  /** How many of the selected conversations have each tag. */
  readonly tags: ReadonlyMap<string, number>
}

export const NO_FACTS: SelectionFacts = { waiting: 0, unread: 0, drafts: 0, starred: 0, tags: new Map() }

/** Conversations counted in one task: a few milliseconds. */
const CHUNK = 2_000
/** Pause after a change of the catalogue before the next count, ms. During a sync it changes all the time. */
const PAUSE_MS = 300

type Counted = Pick<ListCatalogue, 'isIn' | 'countTags'>

/** The facts, with those of more conversations. */
export function addFacts(facts: SelectionFacts, { isIn, countTags }: Counted, keys: readonly string[]): SelectionFacts {
  const count = (name: Parameters<Counted['isIn']>[0]): number => keys.filter((key) => isIn(name, key)).length
  const tags = new Map(facts.tags)
  for (const [tag, more] of countTags(keys)) tags.set(tag, (tags.get(tag) ?? 0) + more)
  return {
    waiting: facts.waiting + count('waiting'),
    unread: facts.unread + count('unread'),
    drafts: facts.drafts + count('drafts'),
    starred: facts.starred + count('starred'),
    tags,
  }
}

type FollowParts = {
  readonly catalogue: Counted & Pick<ListCatalogue, 'subscribe'>
  readonly readKeys: () => readonly string[]
  readonly report: (facts: SelectionFacts) => void
}

/**
 * Counts the selection and counts again after changes, in parts, so that a large one delays no key. Returns a function that stops it.
 */
export function followFacts({ catalogue, readKeys, report }: FollowParts): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStale = false

  const countFrom = (first: number, facts: SelectionFacts): void => {
    // What changed before the first part is in this count.
    if (first === 0) isStale = false
    const keys = readKeys()
    const next = addFacts(facts, catalogue, keys.slice(first, first + CHUNK))
    if (first + CHUNK < keys.length) {
      timer = setTimeout(() => countFrom(first + CHUNK, next))
      return
    }
    timer = undefined
    report(next)
    if (isStale) restart(PAUSE_MS)
  }
  const restart = (delayMs: number): void => {
    timer = setTimeout(() => countFrom(0, NO_FACTS), delayMs)
  }
  restart(0)
  const unsubscribe = catalogue.subscribe(() => {
    if (timer === undefined) restart(PAUSE_MS)
    else isStale = true
  })
  return () => {
    clearTimeout(timer)
    unsubscribe()
  }
}
