const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Half a minute to two and a half after the start: not beside the first sync, and not all computers of an office at once. */
export function firstCheckDelay(random: () => number): number {
  return Math.round((0.5 + 2 * random()) * MINUTE_MS)
}

/** A day, give or take two hours, so that computers that start together don't ask together. */
export function nextCheckDelay(random: () => number): number {
  return Math.round((22 + 4 * random()) * HOUR_MS)
}

export type QuitForUpdate = {
  readonly isReady: boolean
  /** The system ends the session, and may end an installer too. */
  readonly isSessionEnding: boolean
  /** Unsent ops, also those whose outcome is unknown. */
  readonly unsentCount: number
  /** The dialog before this quit named them, and the user quit all the same. */
  readonly wasNamed: boolean
}

/** Whether an update is installed as the app quits. Otherwise it stays ready for the next quit. */
export function mayInstallAtQuit({ isReady, isSessionEnding, unsentCount, wasNamed }: QuitForUpdate): boolean {
  return isReady && !isSessionEnding && (unsentCount === 0 || wasNamed)
}
