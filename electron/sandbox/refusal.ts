/** Thrown while a request is handled. `routes.ts` converts it to the documented `{ success: false, error }`. */
export class SandboxRefusal extends Error {
  readonly status: RefusalStatus

  constructor(status: RefusalStatus, text: string) {
    super(text)
    this.status = status
  }
}

export type RefusalStatus = 400 | 401 | 404 | 405 | 413 | 421

export function missing(field: string): SandboxRefusal {
  return new SandboxRefusal(400, `Missing required field: ${field}`)
}

export function invalid(field: string, requirement: string): SandboxRefusal {
  return new SandboxRefusal(400, `Invalid value for ${field}: ${requirement}`)
}
