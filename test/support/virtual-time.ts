import { expect, vi } from 'vitest'

/** Timers and the date are virtual; the in-memory IndexedDB still works in real turns of the event loop. */
export function useVirtualTime(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: 1_700_000_000_000 })
}

/** Turns that a handful of database transactions take. */
const TURNS = 40

export async function passTime(ms: number, stepMs = 200): Promise<void> {
  for (let passedMs = 0; passedMs < ms; passedMs += stepMs) {
    await vi.advanceTimersByTimeAsync(Math.min(stepMs, ms - passedMs))
    for (let turn = 0; turn < TURNS; turn += 1) await new Promise((resolve) => setImmediate(resolve))
  }
}

/** Virtual time goes on until the condition holds, twenty minutes at most. */
export async function until(condition: () => Promise<boolean> | boolean, stepMs = 1_000): Promise<void> {
  for (let passedMs = 0; passedMs < 20 * 60_000; passedMs += stepMs) {
    if (await condition()) return
    await passTime(stepMs, stepMs)
  }
  expect.fail(`still not so after twenty minutes: ${condition.toString()}`)
}
