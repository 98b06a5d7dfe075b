import { type RefObject, useEffect, useState } from 'react'

/** So long after the last key or movement the hand is still there, ms: the time to read a row before the next key. */
const HAND_MS = 5_000

/** Whether a hand is in the list: it moves, turns the wheel or presses over it, or a key was pressed that is no typing. */
export function useHand(element: RefObject<HTMLElement | null>): boolean {
  const [isThere, setThere] = useState(false)
  useEffect(() => {
    const list = element.current
    let timer: ReturnType<typeof setTimeout> | undefined
    const act = (): void => {
      setThere(true)
      clearTimeout(timer)
      timer = setTimeout(() => setThere(false), HAND_MS)
    }
    const onKeyDown = ({ target }: KeyboardEvent): void => {
      if (!(target instanceof HTMLElement) || !target.matches('input, textarea, [contenteditable]')) act()
    }
    const events = ['pointermove', 'pointerdown', 'wheel'] as const
    for (const name of events) list?.addEventListener(name, act, { passive: true })
    window.addEventListener('keydown', onKeyDown)
    return () => {
      clearTimeout(timer)
      for (const name of events) list?.removeEventListener(name, act)
      window.removeEventListener('keydown', onKeyDown)
    }
  }, [element])
  return isThere
}
