import { type Failure, failed, type Result, success } from '../../../src/shared/failure.ts'
import type { Conversation, ConversationDetail, ConversationPage, Message } from '../../../src/shared/model.ts'
import type { Random } from '../random.ts'

/** Every order that the document leaves open. `reversed` turns round now and then, also in the middle of a sweep. */
export type Order = 'id' | 'oldest' | 'newest' | 'activity' | 'shuffled' | 'random' | 'reversed'
/** By how often they are told of: where there is no order at all, a story is six times as long. */
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
  /** Epoch ms: when it came to be on the server. */
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
  /** Whether the stamp of a row moves with its last message, or is its start. */
  readonly isStampActivity: boolean
  /** Rows that are counted by `offset` and not shown: pages come short in the middle of the list. */
  readonly hidden: number
  readonly isCaseBlind: boolean
}

/** A list with no total, no stamp of change and no word of what was deleted. */
export class ListServer {
  readonly kept = new Map<string, Kept>()
  readonly quirks: Quirks
  readonly #random: Random
  #isReversed = false
  #made = 0
  #now = 0
  /** In their order; null once something changed. */
  #rows: readonly (Kept | null)[] | null = null

  constructor(random: Random, quirks: Quirks) {
    this.#random = random
    this.quirks = quirks
  }

  at(now: number): void {
    this.#now = now
  }

  add(startedAt: number, status?: string): Kept {
    this.#made += 1
    const made = this.#made
    const kept: Kept = {
      id: `Conv_${made}`,
      rank: this.#random.next(),
      startedAt,
      addedAt: this.#now,
      activityAt: startedAt,
      status: status ?? this.#random.weighted({ open: 6, resolved: 2, closed: 2, snoozed: 1 }),
      customerName: `Customer ${made}`,
      messages: [{ id: `m${made}`, sender: 'customer', content: `hello ${made}`, sentAt: startedAt }],
      statusAt: startedAt,
    }
    this.kept.set(kept.id, kept)
    this.#rows = null
    return kept
  }

  say(kept: Kept, sender: string): void {
    this.#made += 1
    const content = this.#random.chance(0.2) ? 'Thanks' : `words ${this.#made}`
    kept.messages.push({ id: `m${this.#made}`, sender, content, sentAt: this.#now })
    kept.activityAt = this.#now
    if (this.quirks.order !== 'activity' || this.quirks.hidden > 0) this.#rows = null
    // Sorting a hundred thousand anew for each message would be slow.
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

  /** The very same conversation under an id in other letters. */
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
    const kept = this.kept.get(id) ?? (this.quirks.isCaseBlind ? this.#findBlindly(id) : undefined)
    if (kept === undefined) return failed(NOT_FOUND)
    const { lastMessage: _, timestamp: __, ...conversation } = this.#rowOf(kept)
    return success({ conversation, messages: [...kept.messages], serverAt: this.#now })
  }

  #findBlindly(id: string): Kept | undefined {
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
    rows.sort((one, other) => this.#rank(one, other) || (one.id < other.id ? -1 : 1))
    if (this.#isReversed) rows.reverse()
    if (order === 'random') this.#shuffle(rows)
    this.#rows =
      hidden === 0 ? rows : rows.flatMap((row, place) => (place % hidden === hidden - 1 ? [row, null] : [row]))
    return this.#rows
  }

  #rank(one: Kept, other: Kept): number {
    switch (this.quirks.order) {
      case 'oldest':
        return one.startedAt - other.startedAt
      case 'newest':
      case 'reversed':
        return other.startedAt - one.startedAt
      case 'activity':
        return other.activityAt - one.activityAt
      case 'shuffled':
        return one.rank - other.rank
      default:
        return 0
    }
  }

  #shuffle(rows: Kept[]): void {
    for (let last = rows.length - 1; last > 0; last -= 1) {
      const place = this.#random.between(0, last)
      const [one, other] = [rows[last], rows[place]]
      if (one !== undefined && other !== undefined) [rows[last], rows[place]] = [other, one]
    }
  }
}

const NOT_FOUND: Failure = { kind: 'rejected', status: 404, words: 'Conversation not found' }
