/**
 * Failures are data; bugs are exceptions. Only `electron/api` creates a Failure, or the handlers in
 * `electron/` when there is no request yet. It crosses the bridge as plain data, and callers handle
 * it with an exhaustive switch. Code never interprets an error's message.
 */
export type Failure =
  /** No connection: DNS, route, refusal or TLS. Nothing was sent, so a mutation has certainly not taken effect. */
  | { readonly kind: 'unreachable'; readonly code: string }
  /** The connection was lost or timed out after bytes may have been sent. A mutation may have taken effect. */
  | { readonly kind: 'interrupted'; readonly code: string }
  /** 401 or 403, or no usable key on this device (`status` 0). `words` is the server's message. */
  | { readonly kind: 'unauthorized'; readonly status: number; readonly words: string }
  /** 429 or 425. `retryAfterMs` is the server's value, clamped to 1 s – 15 min; null when it gave none. */
  | { readonly kind: 'throttled'; readonly retryAfterMs: number | null }
  /** 400, 404, 405, 409, 410, 413, 415 or 422 in the API's JSON format. `words` is the server's message. */
  | { readonly kind: 'rejected'; readonly status: number; readonly words: string }
  /** 408, 5xx or 3xx. A mutation may have taken effect. */
  | { readonly kind: 'server'; readonly status: number; readonly words: string | null }
  /** An invalid response: HTML, truncated JSON, `success: false` with 200, a missing id. A mutation may have taken effect. */
  | { readonly kind: 'unreadable'; readonly status: number; readonly why: string }
  /** Refused on this device before a request was made. `words` tells the user what to do. `isDeclined`: the user chose Cancel in a system dialog. */
  | { readonly kind: 'refused'; readonly words: string; readonly isDeclined?: true }

/** A text that is stored in databases, and so stays as it is. The window shows it in the user's language. */
type StoredText = string

/** The text of a `refused` failure. */
export const NOT_CREATED: StoredText = 'The conversation was not created on the server.'

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }

export function success<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function failed(failure: Failure): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure }
}

/** Throws when the condition is false, which is a bug. */
export function invariant(condition: unknown, why: string): asserts condition {
  if (!condition) throw new Error(`invariant: ${why}`)
}

/** The default case of an exhaustive switch: a new union member does not compile, and an unknown value throws. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`)
}
