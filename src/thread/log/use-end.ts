import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { ThreadItem } from '../../db/overlay.ts'

/** The scroll position relative to the newest message. */
export type LogEnd = {
  readonly isAtEnd: boolean
  /** Messages of others that arrived since the user scrolled away from the end. */
  readonly newCount: number
}

/** `endPx`: a distance to the end up to this, px, counts as being at the end. */
export function useLogEnd(
  scroller: RefObject<HTMLDivElement | null>,
  items: readonly ThreadItem[],
  endPx: number,
): LogEnd {
  const [isAtEnd, setAtEnd] = useState(true)
  // A count instead of an id: when the server confirms an echo, its id changes but not its position.
  const [seenCount, setSeenCount] = useState(items.length)
  const wasAtEnd = useRef(true)

  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    const update = (): void => {
      wasAtEnd.current = element.scrollHeight - element.clientHeight - element.scrollTop <= endPx
      setAtEnd(wasAtEnd.current)
    }
    const observer = new ResizeObserver((entries) => {
      // When the composer grows, the log shrinks. If it was at the end, it stays there.
      if (wasAtEnd.current && entries.some((entry) => entry.target === element))
        element.scrollTop = element.scrollHeight
      update()
    })
    observer.observe(element)
    if (element.firstElementChild !== null) observer.observe(element.firstElementChild)
    element.addEventListener('scroll', update, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', update)
    }
  }, [scroller, endPx])

  useLayoutEffect(() => {
    if (isAtEnd) setSeenCount(items.length)
  }, [isAtEnd, items.length])

  return { isAtEnd, newCount: isAtEnd ? 0 : items.slice(seenCount).filter((item) => !item.isMine).length }
}
