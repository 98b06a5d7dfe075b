import type { MetaRow } from './rows.ts'

/**
 * The current time. A device whose clock is years behind would reject every real time as a future one, so the server's `Date` is used
 * when it is ahead. The lag is stored, so that the first list after a start is right too. A roughly correct clock costs no write.
 */
export type ServerClock = {
  /** Epoch ms: the later of this device's time and the server's last known time. */
  readonly now: () => number
  /** The row to store after a response; null when nothing changed. `serverAt` is epoch ms, null without a `Date` header. */
  readonly update: (serverAt: number | null) => MetaRow | null
  /** Restores the lag that was stored. */
  readonly restore: (row: MetaRow | undefined) => void
}

export const SERVER_CLOCK = 'serverClock'
/** A smaller lag, ms, is ignored: times up to a day ahead are accepted anyway. */
const MIN_LAG_MS = 60 * 60_000
/** A clock that was never set starts in 1970, so no real lag is larger. A `Date` further ahead is invalid, ms. */
const MAX_LAG_MS = 100 * 366 * 24 * 60 * 60_000

export function makeServerClock(deviceNow: () => number = Date.now): ServerClock {
  /** How far the server is ahead, ms. */
  let lagMs = 0
  return {
    now: () => deviceNow() + lagMs,
    update(serverAt) {
      if (serverAt === null || serverAt - deviceNow() > MAX_LAG_MS) return null
      const measuredMs = serverAt - deviceNow()
      const nextMs = measuredMs < MIN_LAG_MS ? 0 : measuredMs
      if (Math.abs(nextMs - lagMs) < MIN_LAG_MS) return null
      lagMs = nextMs
      return { name: SERVER_CLOCK, value: lagMs }
    },
    restore(row) {
      if (typeof row?.value === 'number' && row.value > 0 && row.value <= MAX_LAG_MS) lagMs = row.value
    },
  }
}
