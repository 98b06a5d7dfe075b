/**
 * Failures are data, bugs are exceptions. A Failure is made only in `electron/api` (and, for what
 * happens before a request exists, by the handlers in `electron/`), crosses the bridge as plain
 * data, and is switched over exhaustively. Meaning is never read out of an error's message.
 */
export type Failure =
  /** Nothing left this machine: no name, no route, refused, no TLS. A mutation has certainly not taken effect. */
  | { readonly kind: 'unreachable'; readonly code: string }
  /** The connection was lost, or time ran out, after bytes may have left. A mutation may have taken effect. */
  | { readonly kind: 'interrupted'; readonly code: string }
  /** 401 or 403, or no usable key on this device (`status` 0). `words` are the server's own. */
  | { readonly kind: 'unauthorized'; readonly status: number; readonly words: string }
  /** 429 or 425. `retryAfterMs` as the server asked, clamped to 1 s – 15 min; null when it did not say. */
  | { readonly kind: 'throttled'; readonly retryAfterMs: number | null }
  /** 400, 404, 405, 409, 410, 413, 415 or 422 in the API's own JSON shape. `words` are the server's own. */
  | { readonly kind: 'rejected'; readonly status: number; readonly words: string }
  /** 408, 5xx or 3xx. A mutation may have taken effect. */
  | { readonly kind: 'server'; readonly status: number; readonly words: string | null }
  /** An answer that is not the API's: HTML, cut JSON, `success: false` with 200, an id missing. A mutation may have taken effect. */
  | { readonly kind: 'unreadable'; readonly status: number; readonly why: string }
  /** Refused on this device before anything was tried. `words` say what to do. */
  | { readonly kind: 'refused'; readonly words: string }

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }

export function success<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function failed(failure: Failure): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure }
}

/** States what must hold; a false condition is a bug, so it throws. */
export function invariant(condition: unknown, why: string): asserts condition {
  if (!condition) throw new Error(`invariant: ${why}`)
}

/** Closes a switch over a union: a new member does not compile, and a foreign value throws. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`)
}
