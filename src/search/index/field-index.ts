import { grown } from './growing.ts'
import { MIN_DIGITS, phonesIn } from './phones.ts'
import { type Marking, Postings } from './postings.ts'
import { ALSO, BREAK, END, type Pattern, scanRecord } from './text-record.ts'
import type { Tidiness } from './tidiness.ts'
import type { Vocabulary } from './vocabulary.ts'
import { eachWord } from './words.ts'

/**
 * One kind of text (such as names or messages) of every conversation, by slot. The postings tell which conversations contain a word; the
 * records tell in which order. The texts themselves are not stored.
 */
export class FieldIndex {
  readonly #vocabulary: Vocabulary
  readonly #postings = new Postings()
  /** By text number: the slot of its conversation; -1 when the text is deleted. */
  #owners = new Int32Array(0)
  /** By slot: the text number; -1 for none. */
  #texts = new Int32Array(0)
  #starts = new Uint32Array(1)
  #count = 0
  #deletedBytes = 0
  #deleted = 0
  #record = new Uint8Array(0)
  #length = 0
  /** By word: the last text it was added for, plus one. */
  #lastTextOf = new Uint32Array(0)

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
  }

  has(slot: number): boolean {
    return (this.#texts[slot] ?? -1) >= 0
  }

  /** Replaces the slot's text. Without messages, the slot has none. */
  put(slot: number, messages: readonly string[]): void {
    this.remove(slot)
    if (messages.length === 0) return
    const text = this.#count
    this.#owners = grown(this.#owners, text + 1)
    this.#starts = grown(this.#starts, text + 2)
    this.#texts = this.#withSlot(slot)
    this.#owners[text] = slot
    this.#texts[slot] = text
    this.#count += 1
    for (const message of messages) this.#write(text, message)
    this.#starts[text + 1] = this.#length
  }

  remove(slot: number): void {
    const text = this.#texts[slot] ?? -1
    if (text < 0) return
    this.#owners[text] = -1
    this.#texts[slot] = -1
    this.#deleted += 1
    this.#deletedBytes += (this.#starts[text + 1] ?? 0) - (this.#starts[text] ?? 0)
  }

  /** Compacts the records and sorts recent postings if there are many. Call it between queries, so that none waits. */
  tidy({ maxRecentPostings, maxDeletedBytes }: Tidiness): void {
    const isTidy = this.#deletedBytes <= maxDeletedBytes || this.#deletedBytes <= this.#length / 3
    if (isTidy && !this.#postings.needsSettling(maxRecentPostings)) return
    const numbers = new Int32Array(this.#count).fill(-1)
    const owners = new Int32Array(this.#count - this.#deleted)
    const starts = new Uint32Array(owners.length + 1)
    let count = 0
    let length = 0
    for (let text = 0; text < this.#count; text += 1) {
      const owner = this.#owners[text] ?? -1
      if (owner < 0) continue
      const [start, end] = [this.#starts[text] ?? 0, this.#starts[text + 1] ?? 0]
      this.#record.copyWithin(length, start, end)
      starts[count] = length
      length += end - start
      owners[count] = owner
      this.#texts[owner] = count
      numbers[text] = count
      count += 1
    }
    starts[count] = length
    this.#postings.settle(numbers)
    this.#owners = owners
    this.#starts = starts
    this.#count = count
    this.#length = length
    this.#deleted = 0
    this.#deletedBytes = 0
    this.#lastTextOf.fill(0)
  }

  /** Marks the slots whose text contains one of the words. */
  mark(terms: Uint32Array, marks: Uint8Array, how: Marking): void {
    this.#postings.mark(terms, this.#owners, marks, how)
  }

  /** Length of a slot's record, bytes. */
  lengthOf(slot: number): number {
    const text = this.#texts[slot] ?? -1
    return text < 0 ? 0 : (this.#starts[text + 1] ?? 0) - (this.#starts[text] ?? 0)
  }

  /** Visits the matching messages of a slot: see `scanRecord`. */
  read(slot: number, pattern: Pattern, visit: (found: number, message: number) => boolean): void {
    const text = this.#texts[slot] ?? -1
    if (text < 0) return
    scanRecord(
      this.#record,
      { start: this.#starts[text] as number, end: this.#starts[text + 1] as number },
      pattern,
      visit,
    )
  }

  #write(text: number, message: string): void {
    let digits = 0
    eachWord(message, (word, _start, _end, also) => {
      this.#addWord(text, this.#vocabulary.numberOf(word))
      for (const other of also) {
        this.#push(ALSO)
        this.#addWord(text, this.#vocabulary.numberOf(other.word))
      }
      if (digits < MIN_DIGITS) digits += countDigits(word)
    })
    if (digits >= MIN_DIGITS)
      for (const { spellings } of phonesIn(message))
        for (const spelling of spellings) {
          this.#push(BREAK)
          this.#addWord(text, this.#vocabulary.numberOf(spelling))
        }
    this.#push(END)
  }

  #addWord(text: number, term: number): void {
    this.#push(term)
    this.#lastTextOf = grown(this.#lastTextOf, term + 1)
    if (this.#lastTextOf[term] === text + 1) return
    this.#lastTextOf[term] = text + 1
    this.#postings.add(term, text)
  }

  #push(number: number): void {
    this.#record = grown(this.#record, this.#length + 5)
    let rest = number
    while (rest >= 0x80) {
      this.#record[this.#length++] = (rest & 0x7f) | 0x80
      rest >>>= 7
    }
    this.#record[this.#length++] = rest
  }

  #withSlot(slot: number): Int32Array<ArrayBuffer> {
    const before = this.#texts.length
    const texts = grown(this.#texts, slot + 1)
    return texts === this.#texts ? texts : texts.fill(-1, before)
  }
}

function countDigits(word: string): number {
  let count = 0
  for (let at = 0; at < word.length; at += 1) {
    const unit = word.charCodeAt(at)
    if (unit >= 0x30 && unit <= 0x39) count += 1
  }
  return count
}
