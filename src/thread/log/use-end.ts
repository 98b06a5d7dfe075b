import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { ThreadItem } from '../../db/overlay.ts'

/** A distance to the end up to this, px, counts as being at the end: a new message then scrolls into view. */
export const END_PX = 48

/** The scroll position relative to the newest message. */
export type LogEnd = {
  readonly isAtEnd: boolean
  /** Messages of others that arrived since the user scrolled away from the end. */
  readonly newCount: number
  readonly scrollToEnd: () => void
}

/**
 * Keeps the end of the log in view while the user is there and the composer grows; with `followsGrowth`, also while the messages do, because
 * one comes or gets another line. A virtual list does that itself.
 */
export function useLogEnd(
  scroller: RefObject<HTMLDivElement | null>,
  items: readonly ThreadItem[],
  { startsAtEnd, followsGrowth }: { readonly startsAtEnd: boolean; readonly followsGrowth: boolean },
): LogEnd {
  const [isAtEnd, setAtEnd] = useState(true)
  // A count instead of an id: when the server confirms an echo, its id changes but not its position.
  const [seenCount, setSeenCount] = useState(items.length)
  const wasAtEnd = useRef(startsAtEnd)
  const follows = useRef(followsGrowth)
  follows.current = followsGrowth

  const scrollToEnd = useCallback(() => {
    const element = scroller.current
    if (element === null) return
    wasAtEnd.current = true
    element.scrollTop = element.scrollHeight
  }, [scroller])

  // The observer is first called in the frame that shows the log, after its layout: scrolling then lays out nothing twice.
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    let size = ''
    const sizeNow = (): string => `${element.scrollHeight} ${element.clientHeight}`
    const update = (): void => {
      size = sizeNow()
      wasAtEnd.current = element.scrollHeight - element.clientHeight - element.scrollTop <= END_PX
      setAtEnd(wasAtEnd.current)
    }
    // A scroll event with another size is not the user's: messages have wrapped, and the browser kept one of them in place. The observer is next.
    const onScroll = (): void => {
      if (size === sizeNow()) update()
    }
    const observer = new ResizeObserver((entries) => {
      const isLogResized = entries.some((entry) => entry.target === element)
      if (wasAtEnd.current && (isLogResized || follows.current)) element.scrollTop = element.scrollHeight
      update()
    })
    observer.observe(element)
    if (element.firstElementChild !== null) observer.observe(element.firstElementChild)
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', onScroll)
    }
  }, [scroller])

  useLayoutEffect(() => {
    if (isAtEnd) setSeenCount(items.length)
  }, [isAtEnd, items.length])

  return {
    isAtEnd,
    newCount: isAtEnd ? 0 : items.slice(seenCount).filter((item) => !item.isMine).length,
    scrollToEnd,
  }
}

/** Another one means that the user has sent a message. Null when the last message is not on its way. */
export function lastEchoIdOf(items: readonly ThreadItem[]): string | null {
  return items.at(-1)?.echo?.opId ?? null
}
