import type { ConversationSummary } from '../db/overlay.ts'
import { emailKey, phoneKey, phoneSpellings, typedDigits } from '../shared/contact/contact-identity.ts'
import { foldText } from '../shared/text/fold-text.ts'

/** Somebody who can be written to at an address. */
export type KnownPerson = {
  readonly name: string | null
  /** The name as it is looked for. */
  readonly called: string
  readonly address: string
  /** Epoch ms of the last activity with them. */
  readonly lastAt: number
}

type Contact = Pick<ConversationSummary, 'customerName' | 'customerPhone' | 'customerEmail' | 'activityAt'>

/** By what makes an address the same, however it is written. */
export type KnownPeople = ReadonlyMap<string, KnownPerson>

type Kind = 'phone' | 'email'

/** As many as are seen at a glance. */
const MAX_SHOWN = 6
/** A letter is too little to mean somebody. */
const MIN_TYPED = 2

/** What to ask the search for; null while too little is typed. Of what is typed nothing is an operator. */
export function questionFor(typed: string): string | null {
  const query = foldText(typed).trim()
  if (query.length < MIN_TYPED) return null
  const words = isNumber(query) ? [withoutTrunkZero(query)] : query.replaceAll(/["“”„]/g, ' ').split(/\s+/)
  const parts = words.flatMap((word) => (word === '' ? [] : [`from:${word}`]))
  return parts.length === 0 ? null : parts.join(' ')
}

/** The people with these, too; of two with one address the one last written with, with a name if any is known. */
export function withContacts(people: KnownPeople, contacts: readonly Contact[], kind: Kind): KnownPeople {
  const all = new Map(people)
  for (const { customerName, customerPhone, customerEmail, activityAt } of contacts) {
    const address = kind === 'phone' ? customerPhone : customerEmail
    if (address === null || address.trim() === '') continue
    const key = keyOf(address, kind)
    const known = all.get(key)
    const contact = { name: customerName, address, lastAt: activityAt }
    const [newer, older] = known === undefined || activityAt > known.lastAt ? [contact, known] : [known, contact]
    const name = newer.name ?? older?.name ?? null
    all.set(key, { name, called: foldText(name ?? ''), address: newer.address, lastAt: newer.lastAt })
  }
  return all
}

/** The people who are meant by what is typed, the likeliest first. Nobody once their whole address is there. */
export function findPeople(people: KnownPeople, typed: string, kind: Kind): readonly KnownPerson[] {
  const query = foldText(typed).trim()
  if (query.length < MIN_TYPED) return []
  const found: { readonly person: KnownPerson; readonly score: number }[] = []
  for (const [key, person] of people) {
    const score = scoreOf(key, person, query, kind)
    if (score > 0) found.push({ person, score })
  }
  found.sort((one, other) => other.score - one.score || other.person.lastAt - one.person.lastAt)
  const isWhole = people.has(keyOf(typed, kind)) && found.length === 1
  return isWhole ? [] : found.slice(0, MAX_SHOWN).map(({ person }) => person)
}

function scoreOf(key: string, { called, address }: KnownPerson, query: string, kind: Kind): number {
  if (called.startsWith(query)) return 5
  if (called.includes(query[0] ?? '') && isCalled(called, query)) return 4
  if (kind === 'email') {
    const written = foldText(address).trim()
    return written.startsWith(query) ? 3 : written.includes(query) || key.includes(query) ? 1 : 0
  }
  const digits = isNumber(query) ? withoutTrunkZero(query) : ''
  if (digits.length < MIN_TYPED) return called.includes(query) ? 2 : 0
  const spellings = phoneSpellings(address)
  if (spellings.some((one) => one.startsWith(digits))) return 3
  return spellings.some((one) => one.includes(digits)) ? 1 : 0
}

/** Each word that is typed begins one of the name's. */
function isCalled(called: string, query: string): boolean {
  const parts = called.split(/[^\p{L}\p{N}]+/u)
  return query.split(/\s+/).every((word) => parts.some((part) => part.startsWith(word)))
}

function keyOf(address: string, kind: Kind): string {
  return kind === 'phone' ? phoneKey(address) : emailKey(address)
}

function isNumber(query: string): boolean {
  return !/\p{L}/u.test(query) && /\d/.test(query)
}

/** Dialled at home a number begins with 0, which is not in the international one. */
function withoutTrunkZero(number: string): string {
  return typedDigits(number).replace(/^0+/, '')
}
