import { sameEmail, samePhone } from '../../src/shared/contact/contact-identity.ts'
import { invariant } from '../../src/shared/failure.ts'
import type { Channel, Status } from '../../src/shared/model.ts'
import type { Behaviour } from './behaviour.ts'
import type { Clock } from './clock.ts'
import {
  type SandboxConversation,
  createThread,
  type SandboxCustomer,
  type SandboxMessage,
  type MessageSender,
} from './conversation.ts'
import type { Cause, Mutation } from './journal.ts'
import { type Order, sortConversations } from './order.ts'
import { createRandom, makeId, type Random, seedOf } from './random.ts'

/** Ids of what is made while the server runs begin here, above every seeded conversation. */
const RUNTIME_IDS = 0x8000_0000

export type ConversationFilter = { channel?: Channel; status?: Status; customerId?: string }
export type NewConversation = {
  channel: Channel
  phone?: string
  email?: string
  name?: string
  language?: string
  subject?: string
}
export type ConversationChange = { status?: Status; name?: string; tags?: readonly string[] }

type AccountParts = { readonly clock: Clock; readonly behaviour: Behaviour; readonly seed: number }

/** One sub-account, in memory. Knows nothing of HTTP, and is gone when the server stops. */
export class SandboxAccount {
  readonly #parts: AccountParts
  readonly #random: Random
  readonly #conversations = new Map<string, SandboxConversation>()
  readonly #customers = new Set<SandboxCustomer>()
  readonly #listeners = new Set<(mutation: Mutation) => void>()
  readonly #rows: SandboxConversation[] = []
  /** The order `#rows` stand in; null once something changed. Sorting 100,000 rows anew for each page would be slow. */
  #order: Order | null = null
  #made = 0

  constructor(parts: AccountParts) {
    this.#parts = parts
    this.#random = createRandom(seedOf(parts.seed, RUNTIME_IDS))
  }

  get size(): number {
    return this.#conversations.size
  }

  /** Tells each change once it is made. Gives back the way to stop listening. */
  onChange(listener: (mutation: Mutation) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Puts a conversation in place as it is: the seed's way in, and a test's. Nobody is told. */
  insert(conversation: SandboxConversation): void {
    invariant(!this.#conversations.has(conversation.id), `${conversation.id} is there already`)
    this.#conversations.set(conversation.id, conversation)
    this.#customers.add(conversation.customer)
    this.#rows.push(conversation)
    this.#order = null
  }

  find(id: string): SandboxConversation | null {
    return this.#conversations.get(id) ?? null
  }

  /** The page of the list that begins after `offset` rows; shorter than `limit` only at the end. */
  list(filter: ConversationFilter, limit: number, offset: number): SandboxConversation[] {
    const page: SandboxConversation[] = []
    let passed = 0
    for (const row of this.#ordered()) {
      if (filter.channel && row.channel !== filter.channel) continue
      if (filter.status && row.status !== filter.status) continue
      if (filter.customerId !== undefined && row.customer.id !== filter.customerId) continue
      if (passed++ < offset) continue
      if (page.push(row) === limit) break
    }
    return page
  }

  /** Those with the newest messages, newest first, whatever the order of the list. */
  newest(count: number): SandboxConversation[] {
    return [...this.#rows].sort((a, b) => b.activityAt - a.activityAt).slice(0, count)
  }

  create(wanted: NewConversation, by: Cause): SandboxConversation {
    const at = this.#parts.clock.now()
    const conversation: SandboxConversation = {
      id: this.#id('conv'),
      customer: this.#customerFor(wanted),
      channel: wanted.channel,
      ...(wanted.subject === undefined ? {} : { subject: wanted.subject }),
      startedAt: at,
      thread: createThread(() => []),
      language: wanted.language ?? 'en',
      status: 'open',
      activityAt: at,
      unread: false,
      tags: [],
    }
    this.insert(conversation)
    this.#tell({ kind: 'create', at, by, conversationId: conversation.id, ...wanted })
    return conversation
  }

  /** A customer's message makes the conversation unread and opens it again; one of ours marks it read. */
  send(conversation: SandboxConversation, sender: MessageSender, content: string, by: Cause): SandboxMessage {
    const message: SandboxMessage = { id: this.#id('msg'), sender, content, at: this.#parts.clock.now() }
    conversation.thread.add(message)
    conversation.activityAt = message.at
    conversation.unread = sender === 'customer'
    if (sender === 'customer') setStatus(conversation, 'open', message.at)
    const { id: messageId, at } = message
    this.#tell({ kind: 'send', at, by, conversationId: conversation.id, messageId, sender, content })
    return message
  }

  update(conversation: SandboxConversation, change: ConversationChange, by: Cause): void {
    const at = this.#parts.clock.now()
    if (change.status) setStatus(conversation, change.status, at)
    if (change.name !== undefined) conversation.customer.name = change.name
    if (change.tags) conversation.tags = this.#wantedTags(conversation, change.tags)
    this.#tell({ kind: 'update', at, by, conversationId: conversation.id, ...change })
  }

  /** Closing what is closed keeps the instant at which it was closed. */
  close(conversation: SandboxConversation, by: Cause): number {
    const at = this.#parts.clock.now()
    setStatus(conversation, 'closed', at)
    this.#tell({ kind: 'close', at, by, conversationId: conversation.id })
    return conversation.closedAt ?? at
  }

  #ordered(): readonly SandboxConversation[] {
    const { order } = this.#parts.behaviour
    if (this.#order !== order || order === 'random') sortConversations(this.#rows, order, this.#random)
    this.#order = order
    return this.#rows
  }

  #customerFor({ phone, email, name }: NewConversation): SandboxCustomer {
    const known = [...this.#customers].find(
      (customer) => samePhone(customer.phone, phone) || sameEmail(customer.email, email),
    )
    const customer = known ?? { id: this.#id('cust') }
    if (phone !== undefined) customer.phone = phone
    if (email !== undefined) customer.email = email
    if (name !== undefined) customer.name = name
    return customer
  }

  #wantedTags(conversation: SandboxConversation, tags: readonly string[]): readonly string[] {
    return this.#parts.behaviour.tags === 'replace' ? [...tags] : [...new Set([...conversation.tags, ...tags])]
  }

  #id(prefix: string): string {
    return makeId(prefix, this.#parts.seed, RUNTIME_IDS, this.#made++)
  }

  #tell(mutation: Mutation): void {
    this.#order = null
    for (const listener of this.#listeners) listener(mutation)
  }
}

function setStatus(conversation: SandboxConversation, status: Status, at: number): void {
  conversation.status = status
  if (status === 'closed') conversation.closedAt ??= at
  else delete conversation.closedAt
}
