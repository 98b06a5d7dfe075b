type Event = { readonly at: number; readonly run: () => void }

/** What is going to happen, by time. Events of the same time keep their order. */
export class Timeline {
  #events: Event[] = []

  /** Infinity when nothing is planned. */
  get nextAt(): number {
    return this.#events[0]?.at ?? Infinity
  }

  plan(at: number, run: () => void): void {
    const index = this.#events.findIndex((event) => event.at > at)
    this.#events.splice(index < 0 ? this.#events.length : index, 0, { at, run })
  }

  runNext(): void {
    this.#events.shift()?.run()
  }

  clear(): void {
    this.#events = []
  }
}
