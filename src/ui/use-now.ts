import { useCallback, useSyncExternalStore } from 'react'

/**
 * The time, to the step asked for in ms: 1,000 for a line that counts seconds, 60,000 for "5m". It is the
 * same number until the step is over, so that what depends on it is not drawn again before. One timer
 * serves the whole window; it runs only while somebody looks, and only as often as the finest asks.
 */
export function useNow(stepMs: 1_000 | 5_000 | 60_000): number {
  const subscribe = useCallback((listener: () => void) => listen(listener, stepMs), [stepMs])
  return useSyncExternalStore(subscribe, () => Math.floor(Date.now() / stepMs) * stepMs)
}

const listeners = new Map<() => void, number>()
let timer: ReturnType<typeof setTimeout> | undefined
/** Of the timer that runs; infinite while none does. */
let timerStepMs = Infinity

function listen(listener: () => void, stepMs: number): () => void {
  listeners.set(listener, stepMs)
  // A screen of rows comes and goes at once: only a finer step needs another timer, and a coarser one is found at the next tick.
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

/** Each listener compares its own step, so a tick that changes nothing for it draws nothing. */
function tick(): void {
  for (const listener of listeners.keys()) listener()
  schedule()
}
