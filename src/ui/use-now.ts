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

function listen(listener: () => void, stepMs: number): () => void {
  listeners.set(listener, stepMs)
  schedule()
  return () => {
    listeners.delete(listener)
    schedule()
  }
}

function schedule(): void {
  clearTimeout(timer)
  if (listeners.size === 0) return
  const stepMs = Math.min(...listeners.values())
  timer = setTimeout(tick, stepMs - (Date.now() % stepMs))
}

/** Each listener compares its own step, so a tick that changes nothing for it draws nothing. */
function tick(): void {
  for (const listener of listeners.keys()) listener()
  schedule()
}
