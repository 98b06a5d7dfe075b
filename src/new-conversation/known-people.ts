import type { ConversationSummary } from '../db/overlay.ts'
import { MIN_CONTACT_QUERY, numberIn } from '../search/query/contact-query.ts'
import { emailKey, phoneKey, phoneSpellings } from '../shared/contact/contact-identity.ts'
import { type Channel, isChannel } from '../shared/model.ts'
import { contactKindOf } from './contact-check.ts'
import { foldText } from '../shared/text/fold-text.ts'

/** A customer and one of their addresses. */
export type KnownPerson = {
  readonly name: string | null
  /** The folded name, for matching. */
  readonly foldedName: string
  readonly address: string
  readonly kind: Kind
  /** The channel of the latest conversation with this address. */
  readonly channel: string
  /** Epoch ms of the last activity. */
  readonly lastAt: number
}

type Contact = Pick<ConversationSummary, 'channel' | 'customerName' | 'customerPhone' | 'customerEmail' | 'activityAt'>

/** Known people by the identity of their address, which is the same for all spellings. */
export type KnownPeople = ReadonlyMap<string, KnownPerson>

type Kind = 'phone' | 'email'

/** Suggestions shown. */
const MAX_SHOWN = 6
/** The score of the whole address. A longer number that begins with the same digits belongs to another customer. */
const EXACT = 6

/** Each address of the contacts. For one that occurs twice, the latest conversation wins, with any known name. */
export function peopleIn(contacts: readonly Contact[]): KnownPeople {
  const all = new Map<string, KnownPerson>()
  for (const contact of contacts) {
    const kinds: readonly Kind[] = contact.channel === 'email' ? ['email', 'phone'] : ['phone', 'email']
    for (const kind of kinds) addPerson(all, contact, kind)
  }
  return all
}

function addPerson(all: Map<string, KnownPerson>, contact: Contact, kind: Kind): void {
  const { customerName, customerPhone, customerEmail, activityAt, channel } = contact
  const address = kind === 'phone' ? customerPhone : customerEmail
  if (address === null || address.trim() === '') return
  const key = keyOf(address, kind)
  // A sender without a number, such as "anonymous", can't be written to.
  if (key === null) return
  const known = all.get(key)
  const isNewer = known === undefined || activityAt > known.lastAt
  const name = isNewer ? (customerName ?? known?.name ?? null) : (known.name ?? customerName)
  const latest = isNewer ? { address, channel, lastAt: activityAt } : known
  all.set(key, { kind, ...latest, name, foldedName: foldText(name ?? '') })
}

/** The people who match what is typed, best match first. None once it is the whole address of the only match. */
export function findPeople(people: KnownPeople, typed: string): readonly KnownPerson[] {
  const query = foldText(typed).trim()
  if (query.length < MIN_CONTACT_QUERY) return []
  const exact = findPerson(people, typed)
  const found: { readonly person: KnownPerson; readonly score: number }[] = []
  for (const [key, person] of people) {
    const score = person === exact ? EXACT : scoreOf(key, person, query)
    if (score > 0) found.push({ person, score })
  }
  found.sort((a, b) => b.score - a.score || b.person.lastAt - a.person.lastAt)
  return exact !== null && found.length === 1 ? [] : found.slice(0, MAX_SHOWN).map(({ person }) => person)
}

/** The person with this whole address; null for none. */
export function findPerson(people: KnownPeople, address: string): KnownPerson | null {
  const key = keyOf(address, address.includes('@') ? 'email' : 'phone')
  return key === null ? null : (people.get(key) ?? null)
}

function scoreOf(key: string, { foldedName, address, kind }: KnownPerson, query: string): number {
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

/** Null when the text is no address. */
function keyOf(address: string, kind: Kind): string | null {
  const key = kind === 'phone' ? phoneKey(address) : emailKey(address)
  return key === '' ? null : `${kind} ${key}`
}

/** The channel on which a conversation with this address starts: the one that the customer uses, if one can be started there. */
export function startChannel({ kind, channel }: Pick<KnownPerson, 'kind' | 'channel'>): Channel {
  if (isChannel(channel) && contactKindOf(channel) === kind && channel !== 'voice') return channel
  return kind === 'email' ? 'email' : 'sms'
}
