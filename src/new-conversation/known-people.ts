import type { Contact } from '../db/customer-queries.ts'

/** Somebody who can be written to at an address. */
export type KnownPerson = {
  readonly name: string | null
  /** The name as it is looked for: made once, for it is asked at every keystroke. */
  readonly called: string
  readonly address: string
  /** Epoch ms of the last activity with them. */
  readonly lastAt: number
}

/** By what makes an address the same, however it is written. */
export type KnownPeople = ReadonlyMap<string, KnownPerson>

type Kind = 'phone' | 'email'

/** As many as are seen at a glance. */
const MOST_SHOWN = 6
/** A letter is too little to mean somebody. */
const FEWEST_TYPED = 2

/** The people with these, too; of two with one address the one last written with, with a name if any is known. */
export function withContacts(people: KnownPeople, contacts: readonly Contact[], kind: Kind): KnownPeople {
  const all = new Map(people)
  for (const contact of contacts) {
    const address = contact[kind]
    if (address === null || address.trim() === '') continue
    const key = keyOf(address, kind)
    const known = all.get(key)
    const isNewer = known === undefined || contact.lastAt > known.lastAt
    const [newer, older] = isNewer ? [contact, known] : [known, contact]
    const name = newer.name ?? older?.name ?? null
    all.set(key, {
      name,
      called: name === known?.name ? known.called : plain(name ?? ''),
      address: isNewer ? address : known.address,
      lastAt: newer.lastAt,
    })
  }
  return all
}

/** The people who are meant by what is typed, the likeliest first. Nobody once their whole address is there. */
export function findPeople(people: KnownPeople, typed: string, kind: Kind): readonly KnownPerson[] {
  const query = plain(typed).trim()
  if (query.length < FEWEST_TYPED) return []
  const found: { readonly person: KnownPerson; readonly score: number }[] = []
  for (const [key, person] of people) {
    const score = scoreOf(key, person, query, kind)
    if (score > 0) found.push({ person, score })
  }
  found.sort((one, other) => other.score - one.score || other.person.lastAt - one.person.lastAt)
  const isWhole = people.has(keyOf(typed, kind)) && found.length === 1
  return isWhole ? [] : found.slice(0, MOST_SHOWN).map(({ person }) => person)
}

function scoreOf(key: string, { called, address }: KnownPerson, query: string, kind: Kind): number {
  if (called.startsWith(query)) return 5
  if (called.includes(query[0] ?? '') && isCalled(called, query)) return 4
  if (kind === 'email') return address.toLowerCase().startsWith(query) ? 3 : key.includes(query) ? 1 : 0
  // Dialled at home a number begins with 0, which is not in the international one.
  const digits = /\p{L}/u.test(query) ? '' : query.replaceAll(/\D/g, '').replace(/^0+/, '')
  if (digits.length < FEWEST_TYPED) return called.includes(query) ? 2 : 0
  return key.startsWith(digits) ? 3 : key.includes(digits) ? 1 : 0
}

/** Each word that is typed begins one of the name's. */
function isCalled(called: string, query: string): boolean {
  const parts = called.split(/[^\p{L}\p{N}]+/u)
  return query.split(/\s+/).every((word) => parts.some((part) => part.startsWith(word)))
}

function keyOf(address: string, kind: Kind): string {
  return kind === 'phone' ? address.replaceAll(/\D/g, '') : address.trim().toLowerCase()
}

/** Accents are left out by hands in a hurry. */
function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
