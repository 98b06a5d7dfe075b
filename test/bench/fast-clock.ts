import type { ElectronApplication, Page } from 'playwright-core'

/** How a clock is driven. Work takes as long as ever; only waiting is shorter. */
type Pace = {
  /** A second takes 1 / factor seconds. */
  readonly factor: number
  /** Timers from this on keep their length, ms: limits on work that is not faster. */
  readonly belowMs: number
}

/**
 * Makes the clocks of the app's two threads run fast, and loads the page anew, so that it knows no other. The workers' clocks stay. Undone by
 * the next start.
 */
export async function runFast(
  { app, page }: { readonly app: ElectronApplication; readonly page: Page },
  paces: { readonly main: Pace; readonly window: Pace },
): Promise<void> {
  await app.evaluate((_, pace) => {
    const { now } = performance
    const [begunAt, after] = [now.call(performance), globalThis.setTimeout]
    performance.now = () => begunAt + (now.call(performance) - begunAt) * pace.factor
    Object.assign(globalThis, {
      setTimeout: (run: () => void, ms = 0, ...args: []) =>
        after(run, ms < pace.belowMs ? ms / pace.factor : ms, ...args),
    })
  }, paces.main)
  await page.addInitScript((pace) => {
    const { now } = Performance.prototype
    const [begunAt, after, repeat, wallNow] = [now.call(performance), window.setTimeout, window.setInterval, Date.now]
    const wallAt = wallNow()
    const scaled = (ms = 0): number => (ms < pace.belowMs ? ms / pace.factor : ms)
    Performance.prototype.now = function fastNow() {
      return begunAt + (now.call(performance) - begunAt) * pace.factor
    }
    Date.now = () => Math.round(wallAt + (wallNow() - wallAt) * pace.factor)
    Object.assign(window, {
      setTimeout: (run: () => void, ms?: number, ...args: unknown[]) => after(run, scaled(ms), ...args),
      setInterval: (run: () => void, ms?: number, ...args: unknown[]) => repeat(run, scaled(ms), ...args),
    })
  }, paces.window)
  await page.reload()
}
