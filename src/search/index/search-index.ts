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
  /** Those whose messages are all searched. */
  readonly withText: number
}

const HEADER_FIELDS = ['name', 'address', 'subject', 'last'] as const

/** All that is searched, in memory, without the texts themselves. Knows no database and no worker. */
export class SearchIndex {
  readonly #entries = new Entries()
  readonly #vocabulary = new Vocabulary()
  readonly #fields: Fields
  readonly #tidiness: Tidiness
  /** By slot: of the header's texts; most that is written anew is the same. */
  #prints = new Float64Array(0)
  /** By slot: its messages are all here, and not only the last words that the list gave. */
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
    const texts = [header.customerName, header.customerEmail, header.subject, header.lastWords]
    const print = fingerprint(texts.join('\n'))
    if (this.#prints[slot] === print) return
    this.#prints = grown(this.#prints, slot + 1)
    this.#prints[slot] = print
    for (const [place, field] of HEADER_FIELDS.entries()) {
      const text = texts[place] ?? ''
      this.#fields[field].put(slot, text === '' ? [] : [text])
    }
  }

  /** Only of a conversation whose header is known; null where its thread is not on this device. */
  putText(id: string, messages: readonly string[] | null): void {
    const slot = this.#entries.slotOf(id)
    if (slot === null) return
    this.#fields.text.put(slot, messages ?? [])
    if (messages === null) this.#withText.delete(slot)
    else this.#withText.add(slot)
  }

  /** What waits to be sent, and what is being written. */
  putUnsent(id: string, texts: readonly string[]): void {
    const slot = this.#entries.slotOf(id)
    if (slot !== null) this.#fields.unsent.put(slot, texts)
  }

  remove(id: string): void {
    const slot = this.#entries.remove(id)
    if (slot === null) return
    for (const field of Object.values(this.#fields)) field.remove(slot)
    this.#withText.delete(slot)
    this.#prints[slot] = 0
  }

  /** Orders what came since; between questions, a little after each change. */
  tidy(): void {
    this.#vocabulary.tidy(this.#tidiness.mostUnsortedWords)
    for (const field of Object.values(this.#fields)) field.tidy(this.#tidiness)
  }

  search(query: Query, slice: Slice): SearchHits {
    if (isEmptyQuery(query)) return { total: 0, isCut: false, hits: [] }
    const sought = { entries: this.#entries, fields: this.#fields, vocabulary: this.#vocabulary }
    return findInText(sought, query, (matches, asked) => rank(sought, { matches, asked, slice }))
  }
}

/** 53 bits of a text (cyrb53), never 0: two texts with the same are not met with. */
function fingerprint(text: string): number {
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
