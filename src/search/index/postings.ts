import { grown } from './growing.ts'
import { FIRST_TERM } from './vocabulary.ts'

/** Raises marks that are at least `from` to `mark`. */
export type Marking = { readonly from: number; readonly mark: number }

/**
 * The texts that contain each word, by number. Most postings are settled: in one array sorted by word. Recent ones are in a linked list
 * per word until they make up a quarter of all; then they are settled too.
 */
export class Postings {
  #starts = new Uint32Array(FIRST_TERM)
  #settled = new Uint32Array(0)
  #heads = new Int32Array(0)
  #next = new Int32Array(0)
  #recent = new Uint32Array(0)
  #recentCount = 0

  needsSettling(maxRecent: number): boolean {
    return this.#recentCount > maxRecent && this.#recentCount > this.#settled.length / 4
  }

  add(term: number, text: number): void {
    if (term >= this.#heads.length) {
      const before = this.#heads.length
      this.#heads = grown(this.#heads, term + 1)
      this.#heads.fill(-1, before)
    }
    const place = this.#recentCount
    this.#next = grown(this.#next, place + 1)
    this.#recent = grown(this.#recent, place + 1)
    this.#next[place] = this.#heads[term] ?? -1
    this.#recent[place] = text
    this.#heads[term] = place
    this.#recentCount += 1
  }

  /** Raises the mark of every conversation (`owners`, by text number) that contains one of the words. */
  mark(terms: Uint32Array, owners: Int32Array, marks: Uint8Array, { from, mark }: Marking): void {
    const [starts, settled, heads, next, recent] = [this.#starts, this.#settled, this.#heads, this.#next, this.#recent]
    for (let index = 0; index < terms.length; index += 1) {
      const term = terms[index] as number
      const end = term + 1 < starts.length ? (starts[term + 1] as number) : 0
      for (let at = end === 0 ? 0 : (starts[term] as number); at < end; at += 1) {
        const owner = owners[settled[at] as number] as number
        if (owner >= 0 && (marks[owner] as number) < mark && (marks[owner] as number) >= from) marks[owner] = mark
      }
      for (let at = term < heads.length ? (heads[term] as number) : -1; at >= 0; at = next[at] as number) {
        const owner = owners[recent[at] as number] as number
        if (owner >= 0 && (marks[owner] as number) < mark && (marks[owner] as number) >= from) marks[owner] = mark
      }
    }
  }

  /** Visits the texts of one word, including recent and deleted ones. */
  forEachText(term: number, visit: (text: number) => void): void {
    const end = this.#starts[term + 1] ?? 0
    for (let at = this.#starts[term] ?? 0; at < end; at += 1) visit(this.#settled[at] as number)
    for (let at = this.#heads[term] ?? -1; at >= 0; at = this.#next[at] as number) visit(this.#recent[at] as number)
  }

  /** Rebuilds the sorted array with the texts' new numbers; texts numbered -1 are deleted. */
  settle(newNumbers: Int32Array): void {
    const terms = Math.max(this.#starts.length - 1, this.#heads.length)
    const starts = new Uint32Array(terms + 1)
    const settled = new Uint32Array(this.#settled.length + this.#recentCount)
    let count = 0
    const keep = (text: number): void => {
      const number = newNumbers[text] as number
      if (number >= 0) settled[count++] = number
    }
    for (let term = 0; term < terms; term += 1) {
      starts[term] = count
      this.forEachText(term, keep)
    }
    starts[terms] = count
    this.#starts = starts
    this.#settled = settled.slice(0, count)
    this.#heads = new Int32Array(0)
    this.#next = new Int32Array(0)
    this.#recent = new Uint32Array(0)
    this.#recentCount = 0
  }
}
