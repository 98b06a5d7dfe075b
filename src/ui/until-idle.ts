/** A window that is busy all the time delays its background work no longer than this, ms. */
const LIMIT_MS = 2_000

/** Resolves when the window has nothing else to do. */
export function untilIdle(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: LIMIT_MS })
  })
}
