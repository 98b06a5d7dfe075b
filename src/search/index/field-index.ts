import { grown } from './growing.ts'
import { MIN_DIGITS, phonesIn } from './phones.ts'
import { type Marking, Postings } from './postings.ts'
import type { Tidiness } from './tidiness.ts'
import type { Vocabulary } from './vocabulary.ts'
import { eachWord } from './words.ts'

/** In a text's record: what follows does not follow on what was before. */
const BREAK = 0
/** In a text's record: the end of a message. */
const END = 1
/** In a text's record: the next word stands in the same place as the one before. */
const ALSO = 2

/** What a word may be part of: bit n for the n-th word asked for. */
export type Pattern = {
  /** By word number. */
  readonly masks: Uint32Array
  /** The first words of all that is asked for. */
  readonly firsts: number
  /** Its last words. */
  readonly lasts: number
}

/**
 * One kind of text of every conversation (its name, its messages), under the conversation's slot. Which conversations hold a word is in
 * the postings; in which order the words stand is in the record, a byte or two a word. The text itself is not kept.
 */
export class FieldIndex {
  readonly #vocabulary: Vocabulary
  readonly #postings = new Postings()
  /** By text number: the slot of its conversation; -1 when the text is gone. */
  #owners = new Int32Array(0)
  /** By slot: the number of its text; -1 for none. */
  #texts = new Int32Array(0)
  #starts = new Uint32Array(1)
  #count = 0
  #goneBytes = 0
  #gone = 0
  #record = new Uint8Array(0)
  #length = 0
  /** By word: the last text it was noted for, plus one. */
  #noted = new Uint32Array(0)

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
  }

  has(slot: number): boolean {
    return (this.#texts[slot] ?? -1) >= 0
  }

  /** Takes the place of what the slot held before. No messages: nothing is held. */
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
    this.#gone += 1
    this.#goneBytes += (this.#starts[text + 1] ?? 0) - (this.#starts[text] ?? 0)
  }

  /** Orders what came since. Called between questions, so that none waits for it. */
  tidy({ mostYoungPostings, mostGoneBytes }: Tidiness): void {
    const isTidy = this.#goneBytes <= mostGoneBytes || this.#goneBytes <= this.#length / 3
    if (isTidy && !this.#postings.wantsSettling(mostYoungPostings)) return
    const numbers = new Int32Array(this.#count).fill(-1)
    const owners = new Int32Array(this.#count - this.#gone)
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
    this.#gone = 0
    this.#goneBytes = 0
    this.#noted.fill(0)
  }

  /** Marks the slots whose text holds one of the words. */
  mark(terms: Uint32Array, marks: Uint8Array, how: Marking): void {
    this.#postings.mark(terms, this.#owners, marks, how)
  }

  /** Bytes of a slot's record. */
  lengthOf(slot: number): number {
    const text = this.#texts[slot] ?? -1
    return text < 0 ? 0 : (this.#starts[text + 1] ?? 0) - (this.#starts[text] ?? 0)
  }

  /**
   * Reads a slot's record once, and tells for each message which of what is asked for it holds: bits of the last words. True from
   * `tell` ends the reading.
   */
  read(slot: number, pattern: Pattern, tell: (found: number, message: number) => boolean): void {
    const text = this.#texts[slot] ?? -1
    if (text < 0) return
    const { masks, firsts, lasts } = pattern
    const record = this.#record
    const start = this.#starts[text] as number
    const end = this.#starts[text + 1] as number
    let state = 0
    /** The state that led to the word before. */
    let before = 0
    let isAlso = false
    let found = 0
    let message = 0
    for (let at = start; at < end;) {
      let term = record[at++] as number
      if (term >= 0x80) {
        let shift = 7
        let byte: number
        term &= 0x7f
        do {
          byte = record[at++] as number
          term |= (byte & 0x7f) << shift
          shift += 7
        } while (byte >= 0x80)
      }
      if (term > ALSO) {
        // Shift-and: each word asked for goes on where the one before it stood, or begins.
        if (isAlso) {
          state |= ((before << 1) | firsts) & (masks[term] as number)
          isAlso = false
        } else {
          before = state
          state = ((state << 1) | firsts) & (masks[term] as number)
        }
        found |= state & lasts
        continue
      }
      if (term === ALSO) {
        isAlso = true
        continue
      }
      state = 0
      if (term !== END) continue
      if (found !== 0 && tell(found, message)) return
      found = 0
      message += 1
    }
  }

  #write(text: number, message: string): void {
    let digits = 0
    eachWord(message, (word, _start, _end, also) => {
      this.#note(text, this.#vocabulary.numberOf(word))
      for (const other of also) {
        this.#push(ALSO)
        this.#note(text, this.#vocabulary.numberOf(other.word))
      }
      if (digits < MIN_DIGITS) digits += countDigits(word)
    })
    if (digits >= MIN_DIGITS)
      for (const { spellings } of phonesIn(message))
        for (const spelling of spellings) {
          this.#push(BREAK)
          this.#note(text, this.#vocabulary.numberOf(spelling))
        }
    this.#push(END)
  }

  #note(text: number, term: number): void {
    this.#push(term)
    this.#noted = grown(this.#noted, term + 1)
    if (this.#noted[term] === text + 1) return
    this.#noted[term] = text + 1
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
