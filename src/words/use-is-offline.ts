import { useSyncExternalStore } from 'react'
import { useView } from '../view.ts'

/**
 * Offline means that no request reaches the server. A server that replies, even with nonsense, isn't
 * offline; nor is a machine without network that runs the server itself (the demo).
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
