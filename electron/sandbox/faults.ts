/** The kinds of wrong responses. */
export type Fault =
  /** An error status in the API's format. `retryAfter` is the value of the Retry-After header. */
  | { readonly answer: 'status'; readonly status: number; readonly retryAfter?: string; readonly error?: string }
  /** An HTML page, such as a proxy sends. */
  | { readonly answer: 'html'; readonly status?: number }
  /** A success status with half of the body. Needs a real connection. */
  | { readonly answer: 'cut' }
  /** `{ success: false }` under status 200. */
  | { readonly answer: 'failure-with-200'; readonly error?: string }
  /** No response until the faults are cleared or the server stops. Then a 503, or the real response if the request took effect. */
  | { readonly answer: 'hang' }

type FaultRule = {
  readonly fault: Fault
  /** Whether the request takes effect despite the fault. */
  readonly applied: boolean
  readonly when: (request: { readonly method: string; readonly path: string }) => boolean
  left: number
}

/** The faults that tests inject. By default there are none. */
export class Faults {
  /** The delay of every response. */
  delayMs = 0
  #rules: FaultRule[] = []
  #release = (): void => undefined
  #released = this.#nextRelease()

  /** The next `times` matching requests get the fault. Faults apply in the order in which they were added. */
  inject(fault: Fault, options: Partial<Omit<FaultRule, 'fault' | 'left'>> & { readonly times?: number } = {}): void {
    const { applied = false, when = () => true, times = 1 } = options
    this.#rules.push({ fault, applied, when, left: times })
  }

  /** The number of faults that have not occurred yet. */
  get left(): number {
    return this.#rules.reduce((sum, rule) => sum + rule.left, 0)
  }

  /** Removes and returns the fault for this request; null when there is none. */
  take(request: { readonly method: string; readonly path: string }): Omit<FaultRule, 'left'> | null {
    const rule = this.#rules.find(({ left, when }) => left > 0 && when(request))
    if (rule) rule.left--
    return rule ?? null
  }

  /** Removes all faults and answers hanging requests. */
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
