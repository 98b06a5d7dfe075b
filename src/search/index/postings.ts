import { grown } from './growing.ts'
import { FIRST_TERM } from './vocabulary.ts'

export type Marking = { readonly from: number; readonly mark: number }

/**
 * Which texts hold a word: for each word's number the numbers of the texts. Most are settled, in one array ordered by word; the young
 * hang in chains, one a word, until they are a quarter of all and are settled, too.
 */
export class Postings {
  #starts = new Uint32Array(FIRST_TERM)
  #settled = new Uint32Array(0)
  #heads = new Int32Array(0)
  #next = new Int32Array(0)
  #young = new Uint32Array(0)
  #youngCount = 0

  wantsSettling(mostYoung: number): boolean {
    return this.#youngCount > mostYoung && this.#youngCount > this.#settled.length / 4
  }

  add(term: number, text: number): void {
    if (term >= this.#heads.length) {
      const before = this.#heads.length
      this.#heads = grown(this.#heads, term + 1)
      this.#heads.fill(-1, before)
    }
    const place = this.#youngCount
    this.#next = grown(this.#next, place + 1)
    this.#young = grown(this.#young, place + 1)
    this.#next[place] = this.#heads[term] ?? -1
    this.#young[place] = text
    this.#heads[term] = place
    this.#youngCount += 1
  }

  /** Puts `mark` on the owners of the words' texts that have at least the mark `from`, and less than `mark`. */
  mark(terms: Uint32Array, owners: Int32Array, marks: Uint8Array, { from, mark }: Marking): void {
    const [starts, settled, heads, next, young] = [this.#starts, this.#settled, this.#heads, this.#next, this.#young]
    for (let index = 0; index < terms.length; index += 1) {
      const term = terms[index] as number
      const end = term + 1 < starts.length ? (starts[term + 1] as number) : 0
      for (let at = end === 0 ? 0 : (starts[term] as number); at < end; at += 1) {
        const owner = owners[settled[at] as number] as number
        if (owner >= 0 && (marks[owner] as number) < mark && (marks[owner] as number) >= from) marks[owner] = mark
      }
      for (let at = term < heads.length ? (heads[term] as number) : -1; at >= 0; at = next[at] as number) {
        const owner = owners[young[at] as number] as number
        if (owner >= 0 && (marks[owner] as number) < mark && (marks[owner] as number) >= from) marks[owner] = mark
      }
    }
  }

  /** The texts of one word, the young and those that are gone included. */
  textsOf(term: number, tell: (text: number) => void): void {
    const end = this.#starts[term + 1] ?? 0
    for (let at = this.#starts[term] ?? 0; at < end; at += 1) tell(this.#settled[at] as number)
    for (let at = this.#heads[term] ?? -1; at >= 0; at = this.#next[at] as number) tell(this.#young[at] as number)
  }

  /** Orders all anew, under the texts' new numbers; those with -1 are gone. */
  settle(newNumbers: Int32Array): void {
    const terms = Math.max(this.#starts.length - 1, this.#heads.length)
    const starts = new Uint32Array(terms + 1)
    const settled = new Uint32Array(this.#settled.length + this.#youngCount)
    let count = 0
    const keep = (text: number): void => {
      const number = newNumbers[text] as number
      if (number >= 0) settled[count++] = number
    }
    for (let term = 0; term < terms; term += 1) {
      starts[term] = count
      this.textsOf(term, keep)
    }
    starts[terms] = count
    this.#starts = starts
    this.#settled = settled.slice(0, count)
    this.#heads = new Int32Array(0)
    this.#next = new Int32Array(0)
    this.#young = new Uint32Array(0)
    this.#youngCount = 0
  }
}
