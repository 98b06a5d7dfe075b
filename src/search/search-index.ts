import { Entries, type Header } from './entries.ts'
import { FieldIndex } from './field-index.ts'
import { type Fields, findInText } from './finding.ts'
import { isEmptyQuery, type Query } from './query.ts'
import { type Found, rank, type Slice } from './rank.ts'
import { Vocabulary } from './vocabulary.ts'

export type Coverage = {
  readonly conversations: number
  /** Those whose messages are all searched. */
  readonly withText: number
}

/** All that is searched, in memory, without the texts themselves. Knows no database and no worker. */
export class SearchIndex {
  readonly #entries = new Entries()
  readonly #vocabulary = new Vocabulary()
  readonly #fields: Fields
  /** By slot: whether its messages are all here, or only the last words that the list gave. */
  readonly #withText = new Set<number>()

  constructor() {
    const field = (): FieldIndex => new FieldIndex(this.#vocabulary)
    this.#fields = { name: field(), address: field(), subject: field(), text: field(), unsent: field() }
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
    const words = (text: string | null): readonly string[] => (text === null || text === '' ? [] : [text])
    this.#fields.name.put(slot, words(header.customerName))
    this.#fields.address.put(slot, words(header.customerEmail))
    this.#fields.subject.put(slot, words(header.subject))
  }

  /** Only of a conversation whose header is known. */
  putText(id: string, messages: readonly string[], isWhole: boolean): void {
    const slot = this.#entries.slotOf(id)
    if (slot === null) return
    this.#fields.text.put(slot, messages)
    if (isWhole) this.#withText.add(slot)
    else this.#withText.delete(slot)
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
  }

  /** Orders what came since; between questions, a little after each change. */
  tidy(): void {
    this.#vocabulary.tidy()
    for (const field of Object.values(this.#fields)) field.tidy()
  }

  search(query: Query, slice: Slice): Found {
    if (isEmptyQuery(query)) return { total: 0, isCut: false, hits: [] }
    const sought = { entries: this.#entries, fields: this.#fields, vocabulary: this.#vocabulary }
    return findInText(sought, query, (matches, asked) => rank(sought, { matches, asked, slice }))
  }
}
