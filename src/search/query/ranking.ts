/** The order of results: names before subjects before messages, whole words before prefixes, newer before older. */

/** How well a part of the query matches, worst first. */
export const MATCH_LEVEL = {
  none: 0,
  textPrefix: 1,
  textWhole: 2,
  subjectPrefix: 3,
  subjectWhole: 4,
  addressPrefix: 5,
  addressWhole: 6,
  namePrefix: 7,
  nameWhole: 8,
} as const

/** By MATCH_LEVEL. A name outweighs any recency; a whole word in a message outweighs some days of it. */
const POINTS = [0, 10, 12, 31, 34, 42, 46, 56, 60] as const
/** Bonus for activity right now. */
const RECENCY_POINTS = 20
/** After this time, ms, half of the bonus is left. */
const HALF_LIFE_MS = 30 * 86_400_000
/** Bonus when one message contains all parts. */
export const SAME_MESSAGE_POINTS = 8

export function pointsOf(level: number): number {
  return POINTS[level] ?? 0
}

/** `quality` is the mean of the parts' points. `ageMs` may be negative after the clock was set back. */
export function scoreOf(quality: number, ageMs: number): number {
  return quality + RECENCY_POINTS / (1 + Math.max(0, ageMs) / HALF_LIFE_MS)
}

/** What orders results. Comparable between workspaces: it depends on the match and its age, not on the other conversations. */
export type Rank = {
  readonly score: number
  /** Epoch ms. */
  readonly activityAt: number
}

export type Ranked = Rank & { readonly slot: number }

/** Best first. */
export function compareRank(a: Rank, b: Rank): number {
  return b.score - a.score || b.activityAt - a.activityAt
}

/** Best first. The slot breaks ties. */
export function compareRanked(a: Ranked, b: Ranked): number {
  return compareRank(a, b) || a.slot - b.slot
}

/** Keeps the best `limit` of very many matches without sorting all: a heap with the worst kept match on top. */
export class TopMatches {
  readonly #limit: number
  readonly #heap: Ranked[] = []

  constructor(limit: number) {
    this.#limit = limit
  }

  offer(slot: number, score: number, activityAt: number): void {
    const heap = this.#heap
    const worst = heap[0]
    if (heap.length < this.#limit) {
      heap.push({ slot, score, activityAt })
      this.#rise(heap.length - 1)
    } else if (worst !== undefined && score >= worst.score) {
      const match = { slot, score, activityAt }
      if (compareRanked(match, worst) >= 0) return
      heap[0] = match
      this.#sink(0)
    }
  }

  /** Best first. */
  sorted(): Ranked[] {
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

  #isWorse(a: number, b: number): boolean {
    return compareRanked(this.#heap[a] as Ranked, this.#heap[b] as Ranked) > 0
  }

  #swap(a: number, b: number): void {
    const first = this.#heap[a] as Ranked
    this.#heap[a] = this.#heap[b] as Ranked
    this.#heap[b] = first
  }
}
