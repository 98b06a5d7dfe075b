import { useSyncExternalStore } from 'react'
import { useView } from '../view.ts'

/**
 * Offline is what a person means by it: nothing gets through to the server, whether the machine says
 * so or the last try did. A server that answers, be it nonsense, is not offline.
 */
export function useIsOffline(): boolean {
  const isUnreachable = useView((view) => view.reachability.failure?.kind === 'unreachable')
  const isOnLine = useSyncExternalStore(subscribe, () => navigator.onLine)
  return isUnreachable || !isOnLine
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}
