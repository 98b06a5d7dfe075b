import { useDeferredValue, useEffect, useState } from 'react'
import { readContacts } from '../db/customer-queries.ts'
import { useWorkspace } from '../workspace.tsx'
import { findPeople, type KnownPeople, type KnownPerson, withContacts } from './known-people.ts'

/** People on this device who are meant by what is typed. They are read some at a time while the dialog is open. */
export function usePeople(typed: string, kind: 'phone' | 'email'): readonly KnownPerson[] {
  const { db } = useWorkspace()
  const [people, setPeople] = useState<{ readonly phone: KnownPeople; readonly email: KnownPeople }>({
    phone: new Map(),
    email: new Map(),
  })
  useEffect(() => {
    let isWanted = true
    // The lookup is a help: without it an address is typed in full.
    const ended = (): void => {}
    readContacts(
      db,
      (part) =>
        setPeople(({ phone, email }) => ({
          phone: withContacts(phone, part, 'phone'),
          email: withContacts(email, part, 'email'),
        })),
      () => isWanted,
    ).then(ended, ended)
    return () => {
      isWanted = false
    }
  }, [db])
  return findPeople(people[kind], useDeferredValue(typed), kind)
}
