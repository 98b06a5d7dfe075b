type Entry = { readonly t: number; readonly turn: number; readonly run: () => void }

/** More things than this in one world are a loop that turns without end. */
export const MAX_THINGS = 20_000

/** Virtual time: what is to happen, in its order. Nothing else in the simulation knows a clock. */
export class Agenda {
  t = 0
  /** How many things have happened: each is a place where everything may stop. */
  count = 0
  #heap: Entry[] = []
  #turns = 0

  after(delayMs: number, run: () => void): void {
    this.#turns += 1
    const heap = this.#heap
    heap.push({ t: this.t + Math.max(0, delayMs), turn: this.#turns, run })
    let index = heap.length - 1
    while (index > 0) {
      const parent = (index - 1) >> 1
      if (!this.#isBefore(index, parent)) break
      this.#swap(index, parent)
      index = parent
    }
  }

  /** How much of the time was slept, ms: what was to happen happens that much later. */
  shiftedMs = 0

  shift(delayMs: number): void {
    this.t += delayMs
    this.shiftedMs += delayMs
    this.#heap = this.#heap.map((entry) => ({ ...entry, t: entry.t + delayMs }))
  }

  /** Runs everything up to a moment of waking time. `beforeEach` is called with the number of things that have happened. */
  runUntil(end: number, beforeEach: (count: number) => void = () => {}): void {
    for (
      let next = this.#heap[0];
      next !== undefined && next.t <= end + this.shiftedMs && this.count < MAX_THINGS;
      next = this.#heap[0]
    ) {
      beforeEach(this.count)
      // What came before may have changed what is first.
      const entry = this.#takeFirst()
      if (entry === undefined) return
      this.t = Math.max(this.t, entry.t)
      this.count += 1
      entry.run()
    }
    this.t = Math.max(this.t, end + this.shiftedMs)
  }

  #takeFirst(): Entry | undefined {
    const heap = this.#heap
    const first = heap[0]
    const last = heap.pop()
    if (last === undefined || heap.length === 0) return first
    heap[0] = last
    for (let index = 0; ;) {
      const left = 2 * index + 1
      let least = index
      if (left < heap.length && this.#isBefore(left, least)) least = left
      if (left + 1 < heap.length && this.#isBefore(left + 1, least)) least = left + 1
      if (least === index) return first
      this.#swap(index, least)
      index = least
    }
  }

  #isBefore(one: number, other: number): boolean {
    const [first, second] = [this.#heap[one], this.#heap[other]]
    if (first === undefined || second === undefined) return false
    return first.t < second.t || (first.t === second.t && first.turn < second.turn)
  }

  #swap(one: number, other: number): void {
    const [first, second] = [this.#heap[one], this.#heap[other]]
    if (first === undefined || second === undefined) return
    this.#heap[one] = second
    this.#heap[other] = first
  }
}
