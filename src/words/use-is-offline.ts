import { useSyncExternalStore } from 'react'
import { useView } from '../view.ts'

/**
 * Offline is what a person means by it: nothing gets through to the server. A server that answers, be
 * it nonsense, is not offline; nor is a machine without network whose server is on it (the demo).
 */
export function useIsOffline(): boolean {
  const failure = useView((view) => view.reachability.failure)
  const isOnLine = useSyncExternalStore(subscribe, () => navigator.onLine)
  return failure !== null && (failure.kind === 'unreachable' || !isOnLine)
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}
