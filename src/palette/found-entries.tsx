import { MessageSquarePlus } from 'lucide-react'
import { cleanEmail, emailKey, phoneKey } from '../shared/contact/contact-identity.ts'
import { plainNumber, readPhone } from '../shared/contact/phone-number.ts'
import { numberIn } from '../search/query/contact-query.ts'
import { foldText } from '../shared/text/fold-text.ts'
import { text } from '../strings/text.ts'
import { Avatar } from '../ui/avatar.tsx'
import type { Recipient } from '../view/view-state.ts'
import { ChannelGlyph } from '../words/channel.tsx'
import { harmlessLine } from '../words/harmless-text.ts'
import { lastMessageLine } from '../words/last-words.ts'
import { type Entry, entryId } from './entry.ts'
import {
  customersIn,
  customerTerms,
  type FoundConversation,
  type FoundCustomer,
  keyOf,
  otherConversations,
  phoneScore,
} from './found.ts'
import { makeTerm, MATCH } from './match.ts'

/** The boost of the conversation that the user opened last; each one before it gets less. */
const RECENT = 30
const RECENT_STEP = 3
/** Numbers with fewer digits are no whole number. */
const MIN_DIGITS = 7

type Parts = {
  readonly typed: string
  /** What the index has found, best first. It may belong to an earlier text. */
  readonly found: readonly FoundConversation[]
  /** Latest first. */
  readonly recent: readonly FoundConversation[]
  readonly open: (conversation: FoundConversation) => void
  readonly writeTo: (workspaceId: string | null, recipient: Recipient) => void
}

/** Customers and their other conversations, and a new conversation with a customer or an address. The ranking leaves out what does not match. */
export function foundEntries({ typed, found, recent, open, writeTo }: Parts): readonly Entry[] {
  const known = [...new Map([...recent, ...found].map((each) => [keyOf(each), each])).values()]
  const boosts = new Map(recent.map((each, index) => [keyOf(each), Math.max(0, RECENT - RECENT_STEP * index)]))
  const boostOf = (each: FoundConversation): number => boosts.get(keyOf(each)) ?? 0
  const digits = numberIn(foldText(typed))
  const customers = customersIn(known)
  const isKnown = customers.some(({ phone }) => phoneScore(phone, digits) === MATCH.exact)
  return [
    ...customers.flatMap((customer) => customerEntries(customer, { digits, typed, boostOf, open, writeTo })),
    ...(isKnown ? [] : newAddressEntries(typed, writeTo)),
    ...otherConversations(known, customers).map((each) => ({
      ...conversationEntry(each, () => open(each)),
      boost: boostOf(each),
    })),
  ]
}

type CustomerParts = Pick<Parts, 'typed' | 'open' | 'writeTo'> & {
  readonly digits: string | null
  readonly boostOf: (each: FoundConversation) => number
}

function customerEntries(customer: FoundCustomer, parts: CustomerParts): readonly Entry[] {
  const { opens, phone, email } = customer
  const { digits, typed, boostOf } = parts
  const name = harmlessLine(customer.name)
  const address = typed.includes('@') ? (email ?? phone) : (phone ?? email)
  const ownScore = phoneScore(phone, digits)
  const own: Entry = {
    id: entryId('customer', keyOf(opens)),
    section: 'customers',
    terms: customerTerms(customer),
    ownScore,
    boost: boostOf(opens),
    title: name,
    ...(address !== null && address !== name && { detail: harmlessLine(address) }),
    icon: <Avatar name={name} seed={opens.conversation.customerId ?? opens.conversation.id} size={20} />,
    workspaceId: opens.workspaceId,
    run: () => parts.open(opens),
  }
  const channel = channelOfNew(customer)
  if (channel === null) return [own]
  const start: Entry = {
    ...own,
    id: entryId('new', keyOf(opens)),
    section: 'starts',
    boost: 0,
    title: text('palette.newWith', { name }),
    icon: <MessageSquarePlus size={15} aria-hidden="true" />,
    run: () =>
      parts.writeTo(opens.workspaceId, { channel, phone: phone ?? '', email: email ?? '', name: customer.name }),
  }
  return [own, start]
}

/** The channel that the customer uses, if a conversation can be started there with their address; else SMS or email. Null without an address. */
export function channelOfNew({
  opens,
  phone,
  email,
}: Pick<FoundCustomer, 'opens' | 'phone' | 'email'>): Recipient['channel'] | null {
  const { channel } = opens.conversation
  const [hasPhone, hasEmail] = [phoneKey(phone) !== '', emailKey(email) !== '']
  if (channel === 'email' && hasEmail) return 'email'
  if (hasPhone) return channel === 'whatsapp' ? 'whatsapp' : 'sms'
  return hasEmail ? 'email' : null
}

export function conversationEntry(each: FoundConversation, run: () => void): Entry {
  const { conversation, workspaceId } = each
  const name = harmlessLine(conversation.name)
  const subject = conversation.subject === null ? '' : harmlessLine(conversation.subject)
  const detail = subject === '' ? lastMessageLine(conversation.lastText ?? '') : subject
  return {
    id: entryId('conversation', keyOf(each)),
    section: 'conversations',
    terms: [makeTerm(name), makeTerm(`${name} ${subject}`), makeTerm(subject)],
    boost: 0,
    title: name,
    ...(detail !== '' && { detail }),
    icon: <ChannelGlyph channel={conversation.channel} size={15} />,
    channel: conversation.channel,
    status: conversation.status,
    workspaceId,
    run,
  }
}

/** A new conversation with a number or an e-mail address that no customer has. The dialog checks it. */
function newAddressEntries(typed: string, writeTo: Parts['writeTo']): readonly Entry[] {
  const recipient = recipientIn(typed)
  if (recipient === null) return []
  const address = recipient.phone || recipient.email
  return [
    {
      id: entryId('new', 'address'),
      section: 'starts',
      terms: [],
      ownScore: MATCH.wordStart,
      boost: 0,
      title: text('palette.newWith', { name: address }),
      icon: <MessageSquarePlus size={15} aria-hidden="true" />,
      run: () => writeTo(null, recipient),
    },
  ]
}

/** The address in a text that is nothing but a whole number or e-mail address; null for other text. */
export function recipientIn(typed: string): Recipient | null {
  const address = cleanEmail(typed).replace(/^mailto:([^?]*).*$/i, '$1')
  if (/^[^\s@,;<>]+@[^\s@,;<>?#/]+\.[^\s@,;<>?#/.]{2,}$/.test(address))
    return { channel: 'email', phone: '', email: address, name: '' }
  const number = plainNumber(typed).replace(/^(?:tel|sms|whatsapp|callto):/i, '')
  const digits = readPhone(number)?.digits.length ?? 0
  return digits < MIN_DIGITS ? null : { channel: 'sms', phone: number, email: '', name: '' }
}
