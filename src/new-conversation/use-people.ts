import { useDeferredValue, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Search } from '../search/search.ts'
import { useWorkspace } from '../workspace.tsx'
import { contactQuery } from '../search/query/contact-query.ts'
import { findPeople, type KnownPeople, type KnownPerson, withContacts } from './known-people.ts'

/** Results requested: usually enough for six different people. Each costs a read. */
const MAX_RESULTS = 40

/** Known people who match what is typed, found through the search index. */
export function usePeople(typed: string, kind: 'phone' | 'email'): readonly KnownPerson[] {
  const { search } = useWorkspace()
  // While the index is being built, more people become known.
  const progress = useSyncExternalStore(search.onProgress, search.progress)
  const query = useDeferredValue(typed)
  const [people, setPeople] = useState<KnownPeople>(NO_PEOPLE)
  useEffect(() => {
    let isWanted = true
    void searchPeople(search, query, kind, () => isWanted).then((found) => {
      if (isWanted && found !== null) setPeople(found)
    })
    return () => {
      isWanted = false
    }
  }, [search, progress, query, kind])
  // The answer may belong to an earlier text. Filtering it again keeps Enter from choosing someone who no longer matches.
  return useMemo(() => findPeople(people, typed, kind), [people, typed, kind])
}

const NO_PEOPLE: KnownPeople = new Map()

/** Null when the search has failed: the suggestions are optional. */
async function searchPeople(
  search: Search,
  typed: string,
  kind: 'phone' | 'email',
  isWanted: () => boolean,
): Promise<KnownPeople | null> {
  const text = contactQuery(typed)
  if (text === null) return NO_PEOPLE
  let answer = null
  // The search answers only the newest request, and the result list behind the dialog also sends requests.
  while (answer === null && isWanted()) {
    if (search.progress().state === 'failed') return null
    answer = await search.ask({ text, now: Date.now(), offset: 0, limit: MAX_RESULTS })
  }
  const contacts = answer?.rows.map(({ conversation }) => conversation) ?? []
  return withContacts(NO_PEOPLE, contacts, kind)
}
