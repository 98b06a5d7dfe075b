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
import type { Cause, Mutation } from './request-journal.ts'
import { type Order, sortConversations } from './order.ts'
import { createRandom, makeId, type Random, seedOf } from './random.ts'

/** Ids that are created while the server runs start here, above those of every seeded conversation. */
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

/** One sub-account, in memory until the server stops. It does not depend on HTTP. */
export class SandboxAccount {
  readonly #parts: AccountParts
  readonly #random: Random
  readonly #conversations = new Map<string, SandboxConversation>()
  readonly #customers = new Set<SandboxCustomer>()
  readonly #listeners = new Set<(mutation: Mutation) => void>()
  readonly #rows: SandboxConversation[] = []
  /** The current order of `#rows`; null after a change. Sorting 100,000 rows for each page would be slow. */
  #order: Order | null = null
  #made = 0

  constructor(parts: AccountParts) {
    this.#parts = parts
    this.#random = createRandom(seedOf(parts.seed, RUNTIME_IDS))
  }

  get size(): number {
    return this.#conversations.size
  }

  /** Calls the listener after each change. Returns a function that unsubscribes. */
  onChange(listener: (mutation: Mutation) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Adds a conversation without a notification, for the seed and for tests. */
  insert(conversation: SandboxConversation): void {
    invariant(!this.#conversations.has(conversation.id), `${conversation.id} already exists`)
    this.#conversations.set(conversation.id, conversation)
    this.#customers.add(conversation.customer)
    this.#rows.push(conversation)
    this.#order = null
  }

  find(id: string): SandboxConversation | null {
    return this.#conversations.get(id) ?? null
  }

  /** The page after `offset` rows. It has fewer than `limit` rows only at the end of the list. */
  list(filter: ConversationFilter, limit: number, offset: number): SandboxConversation[] {
    const page: SandboxConversation[] = []
    let skipped = 0
    for (const row of this.#ordered()) {
      if (filter.channel && row.channel !== filter.channel) continue
      if (filter.status && row.status !== filter.status) continue
      if (filter.customerId !== undefined && row.customer.id !== filter.customerId) continue
      if (skipped++ < offset) continue
      if (page.push(row) === limit) break
    }
    return page
  }

  /** The conversations with the newest messages, newest first, whatever the order of the list. */
  newest(count: number): SandboxConversation[] {
    return [...this.#rows].sort((a, b) => b.activityAt - a.activityAt).slice(0, count)
  }

  create(input: NewConversation, by: Cause): SandboxConversation {
    const at = this.#parts.clock.now()
    const conversation: SandboxConversation = {
      id: this.#id('conv'),
      customer: this.#customerFor(input),
      channel: input.channel,
      ...(input.subject === undefined ? {} : { subject: input.subject }),
      startedAt: at,
      thread: createThread(() => []),
      language: input.language ?? 'en',
      status: 'open',
      activityAt: at,
      unread: false,
      tags: [],
    }
    this.insert(conversation)
    this.#notify({ kind: 'create', at, by, conversationId: conversation.id, ...input })
    return conversation
  }

  /** A customer's message marks the conversation as unread and reopens it. An assistant's message marks it as read. */
  send(conversation: SandboxConversation, sender: MessageSender, content: string, by: Cause): SandboxMessage {
    const message: SandboxMessage = { id: this.#id('msg'), sender, content, at: this.#parts.clock.now() }
    conversation.thread.add(message)
    conversation.activityAt = message.at
    conversation.unread = sender === 'customer'
    if (sender === 'customer') setStatus(conversation, 'open', message.at)
    const { id: messageId, at } = message
    this.#notify({ kind: 'send', at, by, conversationId: conversation.id, messageId, sender, content })
    return message
  }

  update(conversation: SandboxConversation, change: ConversationChange, by: Cause): void {
    const at = this.#parts.clock.now()
    if (change.status) setStatus(conversation, change.status, at)
    if (change.name !== undefined) conversation.customer.name = change.name
    if (change.tags) conversation.tags = this.#wantedTags(conversation, change.tags)
    this.#notify({ kind: 'update', at, by, conversationId: conversation.id, ...change })
  }

  /** Returns when the conversation was closed. Closing it again does not change that time. */
  close(conversation: SandboxConversation, by: Cause): number {
    const at = this.#parts.clock.now()
    setStatus(conversation, 'closed', at)
    this.#notify({ kind: 'close', at, by, conversationId: conversation.id })
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

  #notify(mutation: Mutation): void {
    this.#order = null
    for (const listener of this.#listeners) listener(mutation)
  }
}

function setStatus(conversation: SandboxConversation, status: Status, at: number): void {
  conversation.status = status
  if (status === 'closed') conversation.closedAt ??= at
  else delete conversation.closedAt
}
