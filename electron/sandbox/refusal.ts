/** Thrown inside a request and turned into the documented `{ success: false, error }` in one place, `routes.ts`. */
export class SandboxRefusal extends Error {
  readonly status: RefusalStatus

  constructor(status: RefusalStatus, words: string) {
    super(words)
    this.status = status
  }
}

export type RefusalStatus = 400 | 401 | 404 | 405 | 413

export function missing(field: string): SandboxRefusal {
  return new SandboxRefusal(400, `Missing required field: ${field}`)
}

export function invalid(field: string, wanted: string): SandboxRefusal {
  return new SandboxRefusal(400, `Invalid value for ${field}: ${wanted}`)
}
