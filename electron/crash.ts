/** A page that falls again this soon, ms, falls over its own start: loading it once more would go on for ever. */
const TOO_SOON_MS = 10_000

/**
 * Whether a page whose process is gone is loaded again. All that matters is in the database, so that a fresh one
 * takes up where it fell; one that was ended on purpose, or cannot be started, stays.
 */
export function crashPolicy(reason: string, sinceLastMs: number | null): boolean {
  if (reason === 'clean-exit' || reason === 'launch-failed' || reason === 'integrity-failure') return false
  return sinceLastMs === null || sinceLastMs >= TOO_SOON_MS
}
