import { useSyncExternalStore } from 'react'

/** Whether a text field has the focus, so that letters are typed and run no command. */
export function useIsWriting(): boolean {
  return useSyncExternalStore(subscribe, () => document.activeElement?.matches('input, textarea') === true)
}

function subscribe(listener: () => void): () => void {
  document.addEventListener('focusin', listener)
  document.addEventListener('focusout', listener)
  return () => {
    document.removeEventListener('focusin', listener)
    document.removeEventListener('focusout', listener)
  }
}
