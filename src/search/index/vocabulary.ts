import { asTyped } from '../../shared/text/hangul.ts'
import { grown } from './growing.ts'

/** Numbers below it stand for something else in a text's record: see field-index.ts. */
export const FIRST_TERM = 3

/** Every word that any field holds, by number. Words stay, though the text that held them may go: few ever do. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>()
  /** As they are typed: what a word begins with is asked of these. */
  readonly #words: string[] = Array.from({ length: FIRST_TERM }, () => '')
  /** Numbers of words in the order of the words, but for the newest. */
  #sorted = new Uint32Array(0)
  #masks = new Uint32Array(0)

  /** A number for each word, for whoever asks a question: all zero before and after. */
  get masks(): Uint32Array {
    this.#masks = grown(this.#masks, this.#words.length)
    return this.#masks
  }

  numberOf(word: string): number {
    const known = this.#numbers.get(word)
    if (known !== undefined) return known
    const number = this.#words.length
    // A slice would keep the whole text it was cut from in memory.
    const own = JSON.parse(JSON.stringify(word)) as string
    this.#words.push(asTyped(own))
    this.#numbers.set(own, number)
    return number
  }

  find(word: string): number | null {
    return this.#numbers.get(word) ?? null
  }

  /** Numbers of all words that begin so, in no order to rely on. */
  beginningWith(typed: string): Uint32Array {
    const prefix = asTyped(typed)
    const from = this.#lowerBound(prefix)
    const to = this.#lowerBound(`${prefix}\uffff`)
    const newer: number[] = []
    for (let number = FIRST_TERM + this.#sorted.length; number < this.#words.length; number += 1)
      if (this.#words[number]?.startsWith(prefix) === true) newer.push(number)
    if (newer.length === 0) return this.#sorted.subarray(from, to)
    const all = new Uint32Array(to - from + newer.length)
    all.set(this.#sorted.subarray(from, to))
    all.set(newer, to - from)
    return all
  }

  /** Sorts new words in when there are many. Called between questions, so that none waits for it. */
  tidy(mostUnsorted: number): void {
    const first = FIRST_TERM + this.#sorted.length
    if (this.#words.length - first <= mostUnsorted) return
    const words = this.#words
    const newer = Array.from({ length: words.length - first }, (_, index) => first + index)
    newer.sort((one, other) => compare(words[one] ?? '', words[other] ?? ''))
    const merged = new Uint32Array(words.length - FIRST_TERM)
    let at = 0
    let next = 0
    for (const number of this.#sorted) {
      const word = words[number] ?? ''
      while (next < newer.length && (words[newer[next] ?? 0] ?? '') < word) merged[at++] = newer[next++] ?? 0
      merged[at++] = number
    }
    while (next < newer.length) merged[at++] = newer[next++] ?? 0
    this.#sorted = merged
  }

  /** The first place in order whose word does not come before `word`. */
  #lowerBound(word: string): number {
    let low = 0
    let high = this.#sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#words[this.#sorted[middle] ?? 0] ?? '') < word) low = middle + 1
      else high = middle
    }
    return low
  }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
