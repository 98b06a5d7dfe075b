import { useCallback, useSyncExternalStore } from 'react'

/**
 * The current time, rounded down to `stepMs`: 1,000 for a line that counts seconds, 60,000 for "5m". The value
 * changes only once per step, so components don't render more often. One timer serves the whole window. It
 * runs only while a component uses it, at the smallest step in use.
 */
export function useNow(stepMs: 1_000 | 5_000 | 60_000): number {
  const subscribe = useCallback((listener: () => void) => listen(listener, stepMs), [stepMs])
  return useSyncExternalStore(subscribe, () => Math.floor(Date.now() / stepMs) * stepMs)
}

const listeners = new Map<() => void, number>()
let timer: ReturnType<typeof setTimeout> | undefined
/** The step of the running timer; infinite when none runs. */
let timerStepMs = Infinity

function listen(listener: () => void, stepMs: number): () => void {
  listeners.set(listener, stepMs)
  // Many rows mount and unmount at once: only a smaller step restarts the timer, and the next tick adjusts to a larger one.
  if (stepMs < timerStepMs) schedule()
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) schedule()
  }
}

function schedule(): void {
  clearTimeout(timer)
  timerStepMs = Math.min(...listeners.values())
  if (listeners.size > 0) timer = setTimeout(tick, timerStepMs - (Date.now() % timerStepMs))
}

/** Each listener compares its own rounded time, so a tick that doesn't change it renders nothing. */
function tick(): void {
  for (const listener of listeners.keys()) listener()
  schedule()
}
