import { expect, vi } from 'vitest'

/** Fake timers and dates. The in-memory IndexedDB still needs real turns of the event loop. */
export function useVirtualTime(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: 1_700_000_000_000 })
}

/** Turns of the event loop for a few database transactions. */
const TURNS = 40

export async function passTime(ms: number, stepMs = 200): Promise<void> {
  for (let passedMs = 0; passedMs < ms; passedMs += stepMs) {
    await vi.advanceTimersByTimeAsync(Math.min(stepMs, ms - passedMs))
    for (let turn = 0; turn < TURNS; turn += 1) await new Promise((resolve) => setImmediate(resolve))
  }
}

/** Advances virtual time until the condition is true, at most twenty minutes. */
export async function until(condition: () => Promise<boolean> | boolean, stepMs = 1_000): Promise<void> {
  for (let passedMs = 0; passedMs < 20 * 60_000; passedMs += stepMs) {
    if (await condition()) return
    await passTime(stepMs, stepMs)
  }
  expect.fail(`still not so after twenty minutes: ${condition.toString()}`)
}
