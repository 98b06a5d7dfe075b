import { grown } from './growing.ts'
import { matchesLabel, type LabelFilter, labelWords } from './label.ts'
import { PhoneBook } from './phone-book.ts'
import type { Filter } from '../query/query.ts'

/** The searchable fields of a conversation, without its messages. */
export type Header = {
  readonly id: string
  readonly customerName: string | null
  readonly customerPhone: string | null
  readonly customerEmail: string | null
  readonly subject: string | null
  /** From the list; the thread may not be on this device. */
  readonly lastText: string | null
  readonly channel: string
  readonly status: string
  readonly tags: readonly string[]
  /** Epoch ms. */
  readonly activityAt: number
  readonly isUnread: boolean
  readonly isWaiting: boolean
}

const UNREAD = 1
const WAITING = 2
const NO_TAGS: readonly number[] = []

/** The headers of all conversations, as columns indexed by slot, since there may be a hundred thousand. */
export class Entries {
  readonly #slots = new Map<string, number>()
  readonly #free: number[] = []
  readonly #ids: (string | null)[] = []
  readonly #phones = new PhoneBook()
  readonly #tags: (readonly number[])[] = []
  readonly #labels = new Labels()
  #activityAt = new Float64Array(0)
  #flags = new Uint8Array(0)
  #channels = new Uint32Array(0)
  #statuses = new Uint32Array(0)

  /** Number of conversations. */
  get size(): number {
    return this.#slots.size
  }

  /** One more than the highest slot in use. */
  get end(): number {
    return this.#ids.length
  }

  ids(): Iterable<string> {
    return this.#slots.keys()
  }

  slotOf(id: string): number | null {
    return this.#slots.get(id) ?? null
  }

  idOf(slot: number): string | null {
    return this.#ids[slot] ?? null
  }

  activityAt(slot: number): number {
    return this.#activityAt[slot] ?? 0
  }

  /** The slots whose phone number contains these digits. */
  withDigits(digits: string): readonly number[] {
    return this.#phones.withDigits(digits)
  }

  put(header: Header): number {
    const slot = this.#slots.get(header.id) ?? this.#free.pop() ?? this.#ids.length
    this.#slots.set(header.id, slot)
    this.#ids[slot] = header.id
    this.#phones.put(slot, header.customerPhone ?? '')
    this.#tags[slot] = header.tags.length === 0 ? NO_TAGS : header.tags.map((tag) => this.#labels.numberOf(tag))
    this.#activityAt = grown(this.#activityAt, slot + 1)
    this.#flags = grown(this.#flags, slot + 1)
    this.#channels = grown(this.#channels, slot + 1)
    this.#statuses = grown(this.#statuses, slot + 1)
    this.#activityAt[slot] = header.activityAt
    this.#flags[slot] = (header.isUnread ? UNREAD : 0) | (header.isWaiting ? WAITING : 0)
    this.#channels[slot] = this.#labels.numberOf(header.channel)
    this.#statuses[slot] = this.#labels.numberOf(header.status)
    return slot
  }

  remove(id: string): number | null {
    const slot = this.#slots.get(id)
    if (slot === undefined) return null
    this.#slots.delete(id)
    this.#ids[slot] = null
    this.#phones.put(slot, '')
    this.#tags[slot] = NO_TAGS
    this.#free.push(slot)
    return slot
  }

  /** A 1 for each slot that passes all filters. */
  passing(filters: readonly Filter[]): Uint8Array {
    const passing = new Uint8Array(this.end)
    for (let slot = 0; slot < passing.length; slot += 1) passing[slot] = this.#ids[slot] === null ? 0 : 1
    for (const filter of filters) {
      const holds = this.#test(filter)
      for (let slot = 0; slot < passing.length; slot += 1)
        if (passing[slot] === 1 && holds(slot) === filter.isNegated) passing[slot] = 0
    }
    return passing
  }

  #test(filter: Filter): (slot: number) => boolean {
    switch (filter.kind) {
      case 'before':
        return (slot) => this.activityAt(slot) < filter.at
      case 'after':
        return (slot) => this.activityAt(slot) >= filter.at
      case 'unread':
        return (slot) => ((this.#flags[slot] ?? 0) & UNREAD) !== 0
      case 'waiting':
        return (slot) => ((this.#flags[slot] ?? 0) & WAITING) !== 0
      case 'channel':
        return this.#labels.matcher(filter, (slot) => this.#channels[slot])
      case 'status':
        return this.#labels.matcher(filter, (slot) => this.#statuses[slot])
      case 'tag':
        return (slot) => this.#tags[slot]?.some((tag) => this.#labels.matches(tag, filter)) === true
    }
  }
}

/** Interned channels, statuses and tags: there are few, and many conversations share them. */
class Labels {
  readonly #numbers = new Map<string, number>()
  readonly #words: (readonly string[])[] = []

  numberOf(label: string): number {
    const known = this.#numbers.get(label)
    if (known !== undefined) return known
    this.#numbers.set(label, this.#words.length)
    this.#words.push(labelWords(label))
    return this.#words.length - 1
  }

  matches(number: number, filter: LabelFilter): boolean {
    return matchesLabel(this.#words[number] ?? [], filter)
  }

  /** A test whether a slot's label matches. Each label is compared only once. */
  matcher(filter: LabelFilter, numberOf: (slot: number) => number | undefined): (slot: number) => boolean {
    const wanted = new Set([...this.#words.keys()].filter((number) => this.matches(number, filter)))
    return (slot) => wanted.has(numberOf(slot) ?? -1)
  }
}
