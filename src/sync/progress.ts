/** How the first reading of the list goes. */
export type SyncProgress = {
  /** Conversations so far, those of an earlier session included. */
  readonly conversations: number
  /** Null until it can be told. */
  readonly perMinute: number | null
}

/** Before this much time, ms, a rate would jump about. */
const MIN_MS = 5_000

export function progressOf(rows: number, since: { readonly rows: number; readonly ms: number }): SyncProgress {
  const perMinute = since.ms < MIN_MS ? null : Math.round(((rows - since.rows) / since.ms) * 60_000)
  return { conversations: rows, perMinute }
}
