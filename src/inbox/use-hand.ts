import { type RefObject, useEffect, useState } from 'react'

/** So long after the last key or movement the hand is still there, ms: the time to read a row before the next key. */
const HAND_MS = 5_000
/** So long after anything at all somebody is still at the row that is selected, ms: the time to read an answer, and to go on. */
const NEAR_MS = 60_000

/**
 * `in-list`: it moves, turns the wheel or presses over the list, or a key was pressed that is no typing. `near`: it did so a while ago, or it is
 * in the window elsewhere, or writes.
 */
export type ListActivity = 'in-list' | 'near' | 'away'

const ACTS = ['pointermove', 'pointerdown', 'wheel'] as const

/** Where the hand is, as far as the list goes. */
export function useListActivity(element: RefObject<HTMLElement | null>): ListActivity {
  const [isInList, setInList] = useState(false)
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    const list = element.current
    const inList = makeStay(setInList, HAND_MS)
    const near = makeStay(setNear, NEAR_MS)
    const onKeyDown = ({ target }: KeyboardEvent): void => {
      near.act()
      if (!(target instanceof HTMLElement) || !target.matches('input, textarea, [contenteditable]')) inList.act()
    }
    for (const name of ACTS) {
      list?.addEventListener(name, inList.act, { passive: true })
      window.addEventListener(name, near.act, { passive: true })
    }
    // Ahead of what stops a key on its way.
    window.addEventListener('keydown', onKeyDown, true)
    return () => {
      inList.end()
      near.end()
      for (const name of ACTS) {
        list?.removeEventListener(name, inList.act)
        window.removeEventListener(name, near.act)
      }
      window.removeEventListener('keydown', onKeyDown, true)
    }
  }, [element])
  return isInList ? 'in-list' : isNear ? 'near' : 'away'
}

/** True from an act on, until there was none for so long. */
function makeStay(
  show: (isThere: boolean) => void,
  stayMs: number,
): { readonly act: () => void; readonly end: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    act() {
      show(true)
      clearTimeout(timer)
      timer = setTimeout(() => show(false), stayMs)
    },
    end: () => clearTimeout(timer),
  }
}
