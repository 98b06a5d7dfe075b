/** How often the page may connect. The times are ms of a clock that only moves forward, oldest first. */

const MINUTE_MS = 60_000
/** Refusals by the user within a minute, after which no dialog is shown for a minute. */
export const MAX_REFUSALS = 3
/** Connects in a minute: far more than a user types, and too few to guess keys. */
export const MAX_CONNECTS = 10

/** True while the user is not asked, because the user has refused again and again. */
export function mustNotAsk(refusedAt: readonly number[], now: number): boolean {
  const [first, last] = [refusedAt.at(-MAX_REFUSALS), refusedAt.at(-1)]
  if (first === undefined || last === undefined) return false
  return last - first < MINUTE_MS && now - last < MINUTE_MS
}

export function mustNotConnect(connectedAt: readonly number[], now: number): boolean {
  const first = connectedAt.at(-MAX_CONNECTS)
  return first !== undefined && now - first < MINUTE_MS
}
