import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { ThreadItem } from '../../db/overlay.ts'

/** Where a reader is in relation to the newest message. */
export type LogEnd = {
  readonly isAtEnd: boolean
  /** Messages of others that came since the reader left the end. */
  readonly newCount: number
}

/** `endPx`: nearer than this counts as being there. */
export function useLogEnd(
  scroller: RefObject<HTMLDivElement | null>,
  items: readonly ThreadItem[],
  endPx: number,
): LogEnd {
  const [isAtEnd, setAtEnd] = useState(true)
  // By number, not by id: an echo that becomes the server's copy changes its id and not its place.
  const [seenCount, setSeenCount] = useState(items.length)
  const wasAtEnd = useRef(true)

  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    const look = (): void => {
      wasAtEnd.current = element.scrollHeight - element.clientHeight - element.scrollTop <= endPx
      setAtEnd(wasAtEnd.current)
    }
    const watch = new ResizeObserver((entries) => {
      // The composer grows and takes its room from the log: a reader at the end stays there.
      if (wasAtEnd.current && entries.some((entry) => entry.target === element))
        element.scrollTop = element.scrollHeight
      look()
    })
    watch.observe(element)
    if (element.firstElementChild !== null) watch.observe(element.firstElementChild)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      watch.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [scroller, endPx])

  useLayoutEffect(() => {
    if (isAtEnd) setSeenCount(items.length)
  }, [isAtEnd, items.length])

  return { isAtEnd, newCount: isAtEnd ? 0 : items.slice(seenCount).filter((item) => !item.isMine).length }
}
