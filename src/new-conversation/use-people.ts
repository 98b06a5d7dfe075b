import { useDeferredValue, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Search } from '../search/search.ts'
import { useWorkspace } from '../workspace.tsx'
import { findPeople, type KnownPeople, type KnownPerson, questionFor, withContacts } from './known-people.ts'

/** As many conversations as hold six different people, as a rule; each costs a read. */
const MAX_ASKED = 40

/** People on this device who are meant by what is typed. The search's index knows them all; nothing is read but those that are found. */
export function usePeople(typed: string, kind: 'phone' | 'email'): readonly KnownPerson[] {
  const { search } = useWorkspace()
  // At a start more are known from moment to moment.
  const progress = useSyncExternalStore(search.onProgress, search.progress)
  const asked = useDeferredValue(typed)
  const [people, setPeople] = useState<KnownPeople>(NOBODY)
  useEffect(() => {
    let isWanted = true
    void askFor(search, asked, kind, () => isWanted).then((found) => {
      if (isWanted && found !== null) setPeople(found)
    })
    return () => {
      isWanted = false
    }
  }, [search, progress, asked, kind])
  // The answer may be to fewer letters: Enter must not take somebody whom what is typed by now does not mean.
  return useMemo(() => findPeople(people, typed, kind), [people, typed, kind])
}

const NOBODY: KnownPeople = new Map()

/** Null when nothing can be said: the lookup is a help, and without it an address is typed in full. */
async function askFor(
  search: Search,
  typed: string,
  kind: 'phone' | 'email',
  isWanted: () => boolean,
): Promise<KnownPeople | null> {
  const text = questionFor(typed)
  if (text === null) return NOBODY
  let answer = null
  // A list of results below the dialog asks too, and only the newest question is answered.
  while (answer === null && isWanted()) {
    if (search.progress().state === 'failed') return null
    answer = await search.ask({ text, now: Date.now(), offset: 0, limit: MAX_ASKED })
  }
  const contacts = answer?.rows.map(({ conversation }) => conversation) ?? []
  return withContacts(NOBODY, contacts, kind)
}
