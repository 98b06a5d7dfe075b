type Entry = { readonly t: number; readonly order: number; readonly run: () => void }

/** More events than this in one world mean an endless loop. */
export const MAX_EVENTS = 20_000

/** Virtual time and its queue of events. It is the only clock in the simulation. */
export class Agenda {
  t = 0
  /** How many events have run. A crash can be injected before each of them. */
  count = 0
  #heap: Entry[] = []
  #added = 0

  after(delayMs: number, run: () => void): void {
    this.#added += 1
    const heap = this.#heap
    heap.push({ t: this.t + Math.max(0, delayMs), order: this.#added, run })
    let index = heap.length - 1
    while (index > 0) {
      const parent = (index - 1) >> 1
      if (!this.#isBefore(index, parent)) break
      this.#swap(index, parent)
      index = parent
    }
  }

  /** Time slept so far, ms. A sleep delays every queued event. */
  shiftedMs = 0

  shift(delayMs: number): void {
    this.t += delayMs
    this.shiftedMs += delayMs
    this.#heap = this.#heap.map((entry) => ({ ...entry, t: entry.t + delayMs }))
  }

  /** Runs every event up to `end`, which does not count sleep. `beforeEach` receives the number of events that have run. */
  runUntil(end: number, beforeEach: (count: number) => void = () => {}): void {
    for (
      let next = this.#heap[0];
      next !== undefined && next.t <= end + this.shiftedMs && this.count < MAX_EVENTS;
      next = this.#heap[0]
    ) {
      beforeEach(this.count)
      // `beforeEach` may have added an earlier event.
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

  #isBefore(a: number, b: number): boolean {
    const [first, second] = [this.#heap[a], this.#heap[b]]
    if (first === undefined || second === undefined) return false
    return first.t < second.t || (first.t === second.t && first.order < second.order)
  }

  #swap(a: number, b: number): void {
    const [first, second] = [this.#heap[a], this.#heap[b]]
    if (first === undefined || second === undefined) return
    this.#heap[a] = second
    this.#heap[b] = first
  }
}
