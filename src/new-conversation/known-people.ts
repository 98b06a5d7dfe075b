import type { ConversationSummary } from '../db/overlay.ts'
import { MIN_CONTACT_QUERY, numberIn } from '../search/query/contact-query.ts'
import { emailKey, phoneKey, phoneSpellings } from '../shared/contact/contact-identity.ts'
import { foldText } from '../shared/text/fold-text.ts'

/** A customer and one of their addresses. */
export type KnownPerson = {
  readonly name: string | null
  /** The folded name, for matching. */
  readonly foldedName: string
  readonly address: string
  /** Epoch ms of the last activity. */
  readonly lastAt: number
}

type Contact = Pick<ConversationSummary, 'customerName' | 'customerPhone' | 'customerEmail' | 'activityAt'>

/** Known people by the identity of their address, which is the same for all spellings. */
export type KnownPeople = ReadonlyMap<string, KnownPerson>

type Kind = 'phone' | 'email'

/** Suggestions shown. */
const MAX_SHOWN = 6

/** Adds contacts. For an address that occurs twice, the latest conversation wins, with any known name. */
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
    all.set(key, { name, foldedName: foldText(name ?? ''), address: newer.address, lastAt: newer.lastAt })
  }
  return all
}

/** The people who match what is typed, best match first. None once it is the whole address of the only match. */
export function findPeople(people: KnownPeople, typed: string, kind: Kind): readonly KnownPerson[] {
  const query = foldText(typed).trim()
  if (query.length < MIN_CONTACT_QUERY) return []
  const found: { readonly person: KnownPerson; readonly score: number }[] = []
  for (const [key, person] of people) {
    const score = scoreOf(key, person, query, kind)
    if (score > 0) found.push({ person, score })
  }
  found.sort((a, b) => b.score - a.score || b.person.lastAt - a.person.lastAt)
  const isWhole = people.has(keyOf(typed, kind)) && found.length === 1
  return isWhole ? [] : found.slice(0, MAX_SHOWN).map(({ person }) => person)
}

function scoreOf(key: string, { foldedName, address }: KnownPerson, query: string, kind: Kind): number {
  if (foldedName.startsWith(query)) return 5
  if (foldedName.includes(query[0] ?? '') && matchesName(foldedName, query)) return 4
  if (kind === 'email') {
    const written = foldText(address).trim()
    return written.startsWith(query) ? 3 : written.includes(query) || key.includes(query) ? 1 : 0
  }
  const digits = numberIn(query) ?? ''
  if (digits.length < MIN_CONTACT_QUERY) return foldedName.includes(query) ? 2 : 0
  const spellings = phoneSpellings(address)
  if (spellings.some((spelling) => spelling.startsWith(digits))) return 3
  return spellings.some((spelling) => spelling.includes(digits)) ? 1 : 0
}

/** Whether each typed word starts a word of the name. */
function matchesName(foldedName: string, query: string): boolean {
  const parts = foldedName.split(/[^\p{L}\p{N}]+/u)
  return query.split(/\s+/).every((word) => parts.some((part) => part.startsWith(word)))
}

function keyOf(address: string, kind: Kind): string {
  return kind === 'phone' ? phoneKey(address) : emailKey(address)
}
