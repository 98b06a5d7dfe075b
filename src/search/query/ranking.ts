/** What comes first: the name before the subject before the words, the whole word before its beginning, the newer before the older. */

/** How well a part of the question was found, worst first; 0 is not at all. */
export const FOUND = {
  nowhere: 0,
  textBegun: 1,
  textWhole: 2,
  subjectBegun: 3,
  subjectWhole: 4,
  addressBegun: 5,
  addressWhole: 6,
  nameBegun: 7,
  nameWhole: 8,
} as const

/** By FOUND. A name outweighs any recency; the whole word in a text is worth some days of it. */
const POINTS = [0, 10, 12, 31, 34, 42, 46, 56, 60] as const
/** What the words of just now are worth more than old ones. */
const RECENCY_POINTS = 20
/** After this long half of that is left, ms. */
const HALF_MS = 30 * 86_400_000
/** All that was asked for stands in one message. */
export const TOGETHER_POINTS = 8

export function pointsOf(found: number): number {
  return POINTS[found] ?? 0
}

/** `quality` is the mean of the points of the parts of the question. A clock that was set may make an age negative. */
export function scoreOf(quality: number, ageMs: number): number {
  return quality + RECENCY_POINTS / (1 + Math.max(0, ageMs) / HALF_MS)
}

export type Ranked = { readonly slot: number; readonly score: number; readonly activityAt: number }

/** Best first. The slot decides only between equals. */
export function compareRanked(one: Ranked, other: Ranked): number {
  return other.score - one.score || other.activityAt - one.activityAt || one.slot - other.slot
}

/** The best of very many, without putting all in order: a heap whose top is the worst that is kept. */
export class Best {
  readonly #most: number
  readonly #heap: Ranked[] = []

  constructor(most: number) {
    this.#most = most
  }

  offer(slot: number, score: number, activityAt: number): void {
    const heap = this.#heap
    const worst = heap[0]
    if (heap.length < this.#most) {
      heap.push({ slot, score, activityAt })
      this.#rise(heap.length - 1)
    } else if (worst !== undefined && score >= worst.score) {
      const one = { slot, score, activityAt }
      if (compareRanked(one, worst) >= 0) return
      heap[0] = one
      this.#sink(0)
    }
  }

  /** Best first. */
  inOrder(): Ranked[] {
    return this.#heap.toSorted(compareRanked)
  }

  #rise(from: number): void {
    for (let at = from; at > 0;) {
      const parent = (at - 1) >> 1
      if (this.#isWorse(at, parent)) this.#swap(at, parent)
      else break
      at = parent
    }
  }

  #sink(from: number): void {
    for (let at = from; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2]
      let worst = at
      if (left < this.#heap.length && this.#isWorse(left, worst)) worst = left
      if (right < this.#heap.length && this.#isWorse(right, worst)) worst = right
      if (worst === at) return
      this.#swap(at, worst)
      at = worst
    }
  }

  #isWorse(one: number, other: number): boolean {
    return compareRanked(this.#heap[one] as Ranked, this.#heap[other] as Ranked) > 0
  }

  #swap(one: number, other: number): void {
    const kept = this.#heap[one] as Ranked
    this.#heap[one] = this.#heap[other] as Ranked
    this.#heap[other] = kept
  }
}
