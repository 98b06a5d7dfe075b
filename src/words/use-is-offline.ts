import { useSyncExternalStore } from 'react'
import type { Failure } from '../shared/failure.ts'
import { useView } from '../view/view.ts'

/**
 * Offline means that no request reaches the server. A server that replies, even with nonsense, isn't
 * offline; nor is a machine without network that runs the server itself (the demo).
 */
export function useIsOffline(): boolean {
  const failure = useView((view) => view.reachability.failure)
  return isOffline(failure, useOnLine())
}

/** The same for any workspace: `failure` is why its last request failed. */
export function isOffline(failure: Failure | null, isOnLine: boolean): boolean {
  return failure !== null && (failure.kind === 'unreachable' || !isOnLine)
}

/** Whether this machine has a network. */
export function useOnLine(): boolean {
  return useSyncExternalStore(subscribe, () => navigator.onLine)
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}
