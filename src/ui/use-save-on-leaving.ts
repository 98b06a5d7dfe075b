import { useEffect, useLayoutEffect, useRef } from 'react'

/** Saves what was typed. Resolves when it is stored. */
type Save = () => Promise<void>

const mounted = new Set<Save>()

/** Saves what was typed when its field or the window closes, instead of relying on a timer. */
export function useSaveOnLeaving(save: Save): void {
  const newest = useRef(save)
  useEffect(() => {
    newest.current = save
  })
  useLayoutEffect(() => {
    const leave: Save = () => newest.current()
    const onPageHide = (): void => void leave()
    window.addEventListener('pagehide', onPageHide)
    mounted.add(leave)
    return () => {
      window.removeEventListener('pagehide', onPageHide)
      mounted.delete(leave)
      void leave()
    }
  }, [])
}

/** Saves what was typed in the fields on screen. Resolves when it is stored or could not be stored. */
export async function saveFields(): Promise<void> {
  await Promise.allSettled([...mounted].map((save) => save()))
}
