import { type Failure, failed, type Result, success } from '../../../src/shared/failure.ts'
import type { Conversation, ConversationDetail, ConversationPage, Message } from '../../../src/shared/model.ts'
import type { Random } from '../random.ts'

/** The orders that the API's documentation allows. `reversed` flips at random, also during a sweep. */
export type Order = 'id' | 'oldest' | 'newest' | 'activity' | 'shuffled' | 'random' | 'reversed'
/** Their weights. `random` has a lower one, because its runs take six times as long. */
export const ORDERS: Readonly<Record<Order, number>> = {
  id: 3,
  oldest: 3,
  newest: 3,
  activity: 3,
  shuffled: 3,
  random: 1,
  reversed: 3,
}

export type Kept = {
  id: string
  readonly rank: number
  readonly startedAt: number
  /** Epoch ms when it was added to the server. */
  readonly addedAt: number
  activityAt: number
  status: string
  customerName: string
  readonly messages: Message[]
  /** Epoch ms of the last change of status. */
  statusAt: number
}

export type Quirks = {
  readonly order: Order
  /** Whether a row's timestamp is its last activity, or its start. */
  readonly isStampActivity: boolean
  /** Every `hidden`th row is counted by `offset` but not shown, which makes short pages inside the list. 0 for none. */
  readonly hidden: number
  readonly isCaseInsensitive: boolean
}

/** A list without a total, a change marker and a list of deletions. */
export class ListServer {
  readonly kept = new Map<string, Kept>()
  readonly quirks: Quirks
  readonly #random: Random
  #isReversed = false
  #ids = 0
  #now = 0
  /** Cached rows in order; null after a change. */
  #rows: readonly (Kept | null)[] | null = null

  constructor(random: Random, quirks: Quirks) {
    this.#random = random
    this.quirks = quirks
  }

  at(now: number): void {
    this.#now = now
  }

  add(startedAt: number, status?: string): Kept {
    this.#ids += 1
    const number = this.#ids
    const kept: Kept = {
      id: `Conv_${number}`,
      rank: this.#random.next(),
      startedAt,
      addedAt: this.#now,
      activityAt: startedAt,
      status: status ?? this.#random.weighted({ open: 6, resolved: 2, closed: 2, snoozed: 1 }),
      customerName: `Customer ${number}`,
      messages: [{ id: `m${number}`, sender: 'customer', content: `hello ${number}`, sentAt: startedAt }],
      statusAt: startedAt,
    }
    this.kept.set(kept.id, kept)
    this.#rows = null
    return kept
  }

  say(kept: Kept, sender: string): void {
    this.#ids += 1
    const content = this.#random.chance(0.2) ? 'Thanks' : `text ${this.#ids}`
    kept.messages.push({ id: `m${this.#ids}`, sender, content, sentAt: this.#now })
    kept.activityAt = this.#now
    if (this.quirks.order !== 'activity' || this.quirks.hidden > 0) this.#rows = null
    // Sorting 100,000 rows again for each message would be slow.
    else if (this.#rows !== null) this.#rows = [kept, ...this.#rows.filter((row) => row !== kept)]
  }

  setStatus(kept: Kept, status: string): void {
    if (kept.status === status) return
    kept.status = status
    kept.statusAt = this.#now
  }

  delete(kept: Kept): void {
    this.kept.delete(kept.id)
    this.#rows = null
  }

  /** Changes the case of a conversation's id. */
  rewriteId(kept: Kept): void {
    this.delete(kept)
    kept.id = kept.id === kept.id.toLowerCase() ? kept.id.replace('c', 'C') : kept.id.toLowerCase()
    this.kept.set(kept.id, kept)
  }

  list(limit: number, offset: number, status?: string): Result<ConversationPage> {
    const all = this.#ordered()
    const rows = status === undefined ? all : all.filter((row) => row === null || row.status === status)
    const page = rows.slice(offset, offset + limit).flatMap((row) => (row === null ? [] : [this.#rowOf(row)]))
    return success({ conversations: page, serverAt: this.#now })
  }

  read(id: string): Result<ConversationDetail> {
    const kept = this.kept.get(id) ?? (this.quirks.isCaseInsensitive ? this.#findIgnoringCase(id) : undefined)
    if (kept === undefined) return failed(NOT_FOUND)
    const { lastMessage: _, timestamp: __, ...conversation } = this.#rowOf(kept)
    return success({ conversation, messages: [...kept.messages], serverAt: this.#now })
  }

  #findIgnoringCase(id: string): Kept | undefined {
    return [...this.kept.values()].find((kept) => kept.id.toLowerCase() === id.toLowerCase())
  }

  #rowOf(kept: Kept): Conversation {
    const { id, status, customerName, startedAt, activityAt, messages } = kept
    const last = messages.at(-1)
    return {
      id,
      status,
      customerName,
      timestamp: this.quirks.isStampActivity ? activityAt : startedAt,
      unread: last?.sender === 'customer',
      ...(last === undefined ? {} : { lastMessage: last.content }),
    }
  }

  #ordered(): readonly (Kept | null)[] {
    const { order, hidden } = this.quirks
    if (this.#rows !== null && order !== 'random' && order !== 'reversed') return this.#rows
    const rows = [...this.kept.values()]
    if (order === 'reversed' && this.#random.chance(0.1)) this.#isReversed = !this.#isReversed
    rows.sort((a, b) => this.#compare(a, b) || (a.id < b.id ? -1 : 1))
    if (this.#isReversed) rows.reverse()
    if (order === 'random') this.#shuffle(rows)
    this.#rows =
      hidden === 0 ? rows : rows.flatMap((row, index) => (index % hidden === hidden - 1 ? [row, null] : [row]))
    return this.#rows
  }

  #compare(a: Kept, b: Kept): number {
    switch (this.quirks.order) {
      case 'oldest':
        return a.startedAt - b.startedAt
      case 'newest':
      case 'reversed':
        return b.startedAt - a.startedAt
      case 'activity':
        return b.activityAt - a.activityAt
      case 'shuffled':
        return a.rank - b.rank
      default:
        return 0
    }
  }

  #shuffle(rows: Kept[]): void {
    for (let last = rows.length - 1; last > 0; last -= 1) {
      const index = this.#random.between(0, last)
      const [a, b] = [rows[last], rows[index]]
      if (a !== undefined && b !== undefined) [rows[last], rows[index]] = [b, a]
    }
  }
}

const NOT_FOUND: Failure = { kind: 'rejected', status: 404, words: 'Conversation not found' }
