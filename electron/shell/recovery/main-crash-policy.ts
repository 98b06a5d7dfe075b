/** Ms. After "Keep it open", further errors are only logged for this time. */
export const QUIET_MS = 60_000

export type MainCrash = {
  /** The first window was made. Before that, an error ends the start. */
  readonly isStarted: boolean
  readonly isQuitting: boolean
  /** The dialog is open. */
  readonly isAsking: boolean
  /** When the user last chose to keep the app open; null for never. */
  readonly keptOpenAt: number | null
  readonly at: number
}

/** What happens after an exception that nothing caught in the main process, besides the entry in the log. */
export function mainCrashPolicy(crash: MainCrash): 'refuse-start' | 'ask' | 'log-only' {
  const { isStarted, isQuitting, isAsking, keptOpenAt, at } = crash
  // A quit ends within ten seconds in any case (quit-watchdog.ts).
  if (isQuitting || isAsking) return 'log-only'
  if (!isStarted) return 'refuse-start'
  // A clock that was set back must not silence the app.
  const isQuiet = keptOpenAt !== null && at >= keptOpenAt && at - keptOpenAt < QUIET_MS
  return isQuiet ? 'log-only' : 'ask'
}
