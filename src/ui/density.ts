import { useSyncExternalStore } from 'react'

export type Density = 'comfortable' | 'compact'

const NAME = 'density'
/** The `storage` event reaches only other windows, so this window sends its own. */
const CHANGED = 'density-changed'

/** The row density of this device, for all workspaces. */
export function useDensity(): Density {
  return useSyncExternalStore(subscribe, readDensity)
}

export function setDensity(density: Density): void {
  localStorage.setItem(NAME, density)
  window.dispatchEvent(new Event(CHANGED))
}

function readDensity(): Density {
  return localStorage.getItem(NAME) === 'compact' ? 'compact' : 'comfortable'
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener)
  return () => window.removeEventListener(CHANGED, listener)
}
