import type { KnownPerson } from './known-people.ts'

/** The suggestions for a text. */
export type ShownPeople = { readonly typed: string; readonly people: readonly KnownPerson[] }

type Now = ShownPeople & {
  /** They were found when the user had already seen the list for this text. */
  readonly isLate: boolean
}

/** The suggestions to show next. Those found late come last, so that Enter chooses the customer that the user sees. */
export function nextPeople(before: ShownPeople | null, { typed, people, isLate }: Now): ShownPeople {
  if (before === null || before.typed !== typed || !isLate) return { typed, people }
  const isShown = (person: KnownPerson): boolean => before.people.some((shown) => isSame(shown, person))
  const added = people.filter((person) => !isShown(person))
  return { typed, people: [...before.people, ...added].slice(0, Math.max(before.people.length, people.length)) }
}

function isSame(a: KnownPerson, b: KnownPerson): boolean {
  return a.kind === b.kind && a.address === b.address
}
