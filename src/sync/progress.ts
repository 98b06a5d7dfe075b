/** Progress of the first sync. */
export type SyncProgress = {
  /** Conversations read so far, including earlier sessions. */
  readonly conversations: number
  /** An earlier session began it. */
  readonly isResumed: boolean
}

/** `rows`: those read so far. `rowsAtStart`: those that earlier sessions had read. */
export function progressOf(rows: number, rowsAtStart: number): SyncProgress {
  return { conversations: rows, isResumed: rowsAtStart > 0 }
}
