import { useSyncExternalStore } from 'react'

/** `system`: the system's setting decides. */
export type Contrast = 'system' | 'high'

const NAME = 'contrast'
/** The `storage` event reaches only other windows, so this window sends its own. */
const CHANGED = 'contrast-changed'

/** The contrast of this device, for all workspaces. */
export function useContrast(): Contrast {
  return useSyncExternalStore(subscribe, readContrast)
}

export function setContrast(contrast: Contrast): void {
  localStorage.setItem(NAME, contrast)
  showContrast()
  window.dispatchEvent(new Event(CHANGED))
}

/** Applies the choice to the document, where tokens.css reads it. Call it before the first draw. */
export function showContrast(): void {
  const root = document.documentElement
  if (readContrast() === 'high') root.dataset['contrast'] = 'high'
  else delete root.dataset['contrast']
}

function readContrast(): Contrast {
  return localStorage.getItem(NAME) === 'high' ? 'high' : 'system'
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener)
  return () => window.removeEventListener(CHANGED, listener)
}
