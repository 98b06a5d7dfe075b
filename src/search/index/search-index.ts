import { grown } from './growing.ts'
import { Entries, type Header } from './entries.ts'
import { FieldIndex } from './field-index.ts'
import { type Fields, findInText } from '../query/finding.ts'
import { isEmptyQuery, type Query } from '../query/query.ts'
import { type SearchHits, rank, type Slice } from '../query/rank.ts'
import { TIDINESS, type Tidiness } from './tidiness.ts'
import { Vocabulary } from './vocabulary.ts'

export type Coverage = {
  readonly conversations: number
  /** Conversations whose messages are indexed. */
  readonly withText: number
}

const HEADER_FIELDS = ['name', 'address', 'subject', 'last'] as const

/** The search index in memory, without the texts themselves. It knows neither the database nor the worker. */
export class SearchIndex {
  readonly #entries = new Entries()
  readonly #vocabulary = new Vocabulary()
  readonly #fields: Fields
  readonly #tidiness: Tidiness
  /** By slot: hash of the header's texts. Most written rows have unchanged texts and need no reindexing. */
  #headerHashes = new Float64Array(0)
  /** Slots whose messages are indexed, not only the last message from the list. */
  readonly #withText = new Set<number>()

  constructor(tidiness: Tidiness = TIDINESS) {
    this.#tidiness = tidiness
    const field = (): FieldIndex => new FieldIndex(this.#vocabulary)
    this.#fields = {
      name: field(),
      address: field(),
      subject: field(),
      last: field(),
      text: field(),
      unsent: field(),
    }
  }

  get coverage(): Coverage {
    return { conversations: this.#entries.size, withText: this.#withText.size }
  }

  ids(): Iterable<string> {
    return this.#entries.ids()
  }

  has(id: string): boolean {
    return this.#entries.slotOf(id) !== null
  }

  putHeader(header: Header): void {
    const slot = this.#entries.put(header)
    const texts = [header.customerName, header.customerEmail, header.subject, header.lastText]
    const hash = hashText(texts.join('\n'))
    if (this.#headerHashes[slot] === hash) return
    this.#headerHashes = grown(this.#headerHashes, slot + 1)
    this.#headerHashes[slot] = hash
    for (const [index, field] of HEADER_FIELDS.entries()) {
      const text = texts[index] ?? ''
      this.#fields[field].put(slot, text === '' ? [] : [text])
    }
  }

  /** Ignored for a conversation without a header. `messages` is null when the thread is not on this device. */
  putText(id: string, messages: readonly string[] | null): void {
    const slot = this.#entries.slotOf(id)
    if (slot === null) return
    this.#fields.text.put(slot, messages ?? [])
    if (messages === null) this.#withText.delete(slot)
    else this.#withText.add(slot)
  }

  /** Queued messages and the draft. */
  putUnsent(id: string, texts: readonly string[]): void {
    const slot = this.#entries.slotOf(id)
    if (slot !== null) this.#fields.unsent.put(slot, texts)
  }

  remove(id: string): void {
    const slot = this.#entries.remove(id)
    if (slot === null) return
    for (const field of Object.values(this.#fields)) field.remove(slot)
    this.#withText.delete(slot)
    this.#headerHashes[slot] = 0
  }

  /** Merges recent additions into the sorted structures. Call it between queries, after changes. */
  tidy(): void {
    this.#vocabulary.tidy(this.#tidiness.maxUnsortedWords)
    for (const field of Object.values(this.#fields)) field.tidy(this.#tidiness)
  }

  search(query: Query, slice: Slice): SearchHits {
    if (isEmptyQuery(query)) return { total: 0, isCut: false, hits: [] }
    const target = { entries: this.#entries, fields: this.#fields, vocabulary: this.#vocabulary }
    return findInText(target, query, (matches, combined) => rank(target, { matches, combined, slice }))
  }
}

/** A 53-bit hash (cyrb53), never 0. Collisions are too unlikely to matter. */
function hashText(text: string): number {
  let [low, high] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    low = Math.imul(low ^ unit, 2_654_435_761)
    high = Math.imul(high ^ unit, 1_597_334_677)
  }
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909)
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909)
  return 4_294_967_296 * (2_097_151 & high) + (low >>> 0) + 1
}
