import { type RefObject, useEffect, useState } from 'react'

/** Time after the last input in the list, ms, while the user counts as working in it: enough to read a row before the next key. */
const IN_LIST_MS = 5_000
/** Time after any input, ms, while the user counts as working on the selected conversation: enough to read a reply. */
const NEAR_MS = 60_000

/**
 * `in-list`: recent pointer input over the list, or a key outside a text field. `near`: the same a while ago, or
 * recent input elsewhere in the window, typing included.
 */
export type ListActivity = 'in-list' | 'near' | 'away'

const POINTER_EVENTS = ['pointermove', 'pointerdown', 'wheel'] as const

/** What the user is doing, judged by the input events of the list and the window. */
export function useListActivity(element: RefObject<HTMLElement | null>): ListActivity {
  const [isInList, setInList] = useState(false)
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    const list = element.current
    const inList = holdFor(IN_LIST_MS, setInList)
    const near = holdFor(NEAR_MS, setNear)
    const onKeyDown = ({ target }: KeyboardEvent): void => {
      near.renew()
      if (!(target instanceof HTMLElement) || !target.matches('input, textarea, [contenteditable]')) inList.renew()
    }
    for (const name of POINTER_EVENTS) {
      list?.addEventListener(name, inList.renew, { passive: true })
      window.addEventListener(name, near.renew, { passive: true })
    }
    // Captures, to run before a handler that stops the event.
    window.addEventListener('keydown', onKeyDown, true)
    return () => {
      inList.end()
      near.end()
      for (const name of POINTER_EVENTS) {
        list?.removeEventListener(name, inList.renew)
        window.removeEventListener(name, near.renew)
      }
      window.removeEventListener('keydown', onKeyDown, true)
    }
  }, [element])
  return isInList ? 'in-list' : isNear ? 'near' : 'away'
}

/** Sets a flag on each `renew`, and clears it `holdMs` after the last one. */
function holdFor(
  holdMs: number,
  set: (isHeld: boolean) => void,
): { readonly renew: () => void; readonly end: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    renew() {
      set(true)
      clearTimeout(timer)
      timer = setTimeout(() => set(false), holdMs)
    },
    end: () => clearTimeout(timer),
  }
}
