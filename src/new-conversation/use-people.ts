import { useDeferredValue, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { Search } from '../search/search.ts'
import { useWorkspace } from '../workspace.tsx'
import { contactQuery } from '../search/query/contact-query.ts'
import { findPeople, findPerson, type KnownPeople, type KnownPerson, peopleIn } from './known-people.ts'
import { nextPeople, type ShownPeople } from './steady-people.ts'

/** Results requested: usually enough for six different people. Each costs a read. */
const MAX_RESULTS = 40

/** Users don't react to what they see for less than this, ms. */
const UNREAD_MS = 120

export type FoundPeople = {
  /** Those who match what is typed. */
  readonly people: readonly KnownPerson[]
  /** Who has the whole address that is typed; null for none. */
  readonly exact: KnownPerson | null
}

/** Known people who match what is typed, found through the search index. `address` is the address in it. */
export function usePeople(typed: string, address: string): FoundPeople {
  const { search } = useWorkspace()
  // While the index is being built, more people become known.
  const progress = useSyncExternalStore(search.onProgress, search.progress)
  const query = useDeferredValue(address)
  const [{ people, isLate }, setFound] = useState({ people: NO_PEOPLE, isLate: false })
  const typedAt = useRef({ typed, at: 0 })
  if (typedAt.current.typed !== typed) typedAt.current = { typed, at: performance.now() }
  useEffect(() => {
    let isWanted = true
    void searchPeople(search, query, () => isWanted).then((found) => {
      const passedMs = performance.now() - typedAt.current.at
      if (isWanted && found !== null) setFound({ people: found, isLate: passedMs > UNREAD_MS })
    })
    return () => {
      isWanted = false
    }
  }, [search, progress, query])
  // The answer may belong to an earlier text. Filtering it again keeps Enter from choosing someone who no longer matches.
  const found = useMemo(() => findPeople(people, typed), [people, typed])
  const shown = useRef<ShownPeople | null>(null)
  shown.current = nextPeople(shown.current, { typed, people: found, isLate })
  return { people: shown.current.people, exact: findPerson(people, address) }
}

const NO_PEOPLE: KnownPeople = new Map()

/** Null when the search has failed: the suggestions are optional. */
async function searchPeople(search: Search, typed: string, isWanted: () => boolean): Promise<KnownPeople | null> {
  const text = contactQuery(typed)
  if (text === null) return NO_PEOPLE
  let answer = null
  // The search answers only the newest request, and the result list behind the dialog also sends requests.
  while (answer === null && isWanted()) {
    if (search.progress().state === 'failed') return null
    answer = await search.ask({ text, now: Date.now(), offset: 0, limit: MAX_RESULTS })
  }
  const contacts = answer?.rows.map(({ conversation }) => conversation) ?? []
  return peopleIn(contacts)
}
