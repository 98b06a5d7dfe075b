import { useSyncExternalStore } from 'react'

export type Density = 'comfortable' | 'compact'

const NAME = 'density'
/** Storage tells other windows of a change; this one has to be told, too. */
const CHANGED = 'density-changed'

/** How close together rows stand on this device, whatever workspace is open. */
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
