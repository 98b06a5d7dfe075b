/** How an answer goes wrong. */
export type Fault =
  /** An error status in the API's own shape. `retryAfter` goes out as the header of that name, as it stands. */
  | { readonly answer: 'status'; readonly status: number; readonly retryAfter?: string; readonly words?: string }
  /** A page, such as a proxy in between would send. */
  | { readonly answer: 'html'; readonly status?: number }
  /** A good status, and a body that breaks off half way. Needs a real connection. */
  | { readonly answer: 'cut' }
  /** `{ success: false }` under status 200. */
  | { readonly answer: 'failure-with-200'; readonly words?: string }
  /** Nothing, until the client gives up, the faults are cleared or the server stops; then a 503, or the true answer if it took effect. */
  | { readonly answer: 'hang' }

type FaultRule = {
  readonly fault: Fault
  /** Whether the request takes effect all the same. */
  readonly applied: boolean
  readonly when: (request: { readonly method: string; readonly path: string }) => boolean
  left: number
}

/** The switches by which a test makes the server misbehave. Nothing here is on unless it was asked for. */
export class Faults {
  /** Every answer waits this long. */
  delayMs = 0
  #rules: FaultRule[] = []
  #release = (): void => undefined
  #released = this.#nextRelease()

  /** The next `times` requests that match go wrong, in the order in which faults were added. */
  inject(fault: Fault, options: Partial<Omit<FaultRule, 'fault' | 'left'>> & { readonly times?: number } = {}): void {
    const { applied = false, when = () => true, times = 1 } = options
    this.#rules.push({ fault, applied, when, left: times })
  }

  /** How many are still to be met. */
  get left(): number {
    return this.#rules.reduce((sum, rule) => sum + rule.left, 0)
  }

  /** The fault for this request, used up; null for none. */
  take(request: { readonly method: string; readonly path: string }): Omit<FaultRule, 'left'> | null {
    const rule = this.#rules.find(({ left, when }) => left > 0 && when(request))
    if (rule) rule.left--
    return rule ?? null
  }

  /** No fault any more; what hangs is answered. */
  clear(): void {
    this.#rules = []
    this.delayMs = 0
    this.#release()
    this.#released = this.#nextRelease()
  }

  /** Resolves when the faults are cleared. */
  released(): Promise<void> {
    return this.#released
  }

  #nextRelease(): Promise<void> {
    return new Promise((resolve) => {
      this.#release = resolve
    })
  }
}
