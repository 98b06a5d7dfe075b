import { asTyped } from '../../shared/text/hangul.ts'
import { grown } from './growing.ts'

/** Lower numbers are control codes in a text's record: see text-record.ts. */
export const FIRST_TERM = 3

/** Numbers for all words of all fields. Words of deleted texts stay, since there are few. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>()
  /** The words in the form in which they are typed, for prefix search. */
  readonly #words: string[] = Array.from({ length: FIRST_TERM }, () => '')
  /** Numbers of all but the newest words, sorted by word. */
  #sorted = new Uint32Array(0)
  #masks = new Uint32Array(0)

  /** A bit mask per word for the running query. The query sets masks and must reset them to zero. */
  get masks(): Uint32Array {
    this.#masks = grown(this.#masks, this.#words.length)
    return this.#masks
  }

  numberOf(word: string): number {
    const known = this.#numbers.get(word)
    if (known !== undefined) return known
    const number = this.#words.length
    // V8 keeps the whole text in memory for a slice of it, so make a real copy.
    const copy = JSON.parse(JSON.stringify(word)) as string
    this.#words.push(asTyped(copy))
    this.#numbers.set(copy, number)
    return number
  }

  find(word: string): number | null {
    return this.#numbers.get(word) ?? null
  }

  /** Numbers of all words with this prefix, in no particular order. */
  withPrefix(typed: string): Uint32Array {
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

  /** Sorts new words in if there are more than `maxUnsorted`. Call it between queries, so that none waits. */
  tidy(maxUnsorted: number): void {
    const first = FIRST_TERM + this.#sorted.length
    if (this.#words.length - first <= maxUnsorted) return
    const words = this.#words
    const newer = Array.from({ length: words.length - first }, (_, index) => first + index)
    newer.sort((a, b) => compare(words[a] ?? '', words[b] ?? ''))
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

  /** The first index in `#sorted` whose word is not less than `word`. */
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

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
