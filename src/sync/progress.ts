/** Progress of the first sync. */
export type SyncProgress = {
  /** Conversations read so far, including earlier sessions. */
  readonly conversations: number
  /** Null until there is enough time to measure it. */
  readonly perMinute: number | null
}

/** A rate measured over a shorter time would fluctuate, ms. */
const MIN_MS = 5_000

export function progressOf(rows: number, since: { readonly rows: number; readonly ms: number }): SyncProgress {
  const perMinute = since.ms < MIN_MS ? null : Math.round(((rows - since.rows) / since.ms) * 60_000)
  return { conversations: rows, perMinute }
}
