import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { useCallback, useLayoutEffect, useRef, type RefObject } from 'react'
import type { ThreadItem } from '../../db/overlay.ts'
import type { LogRow } from './days.ts'
import { estimateHeight } from './row-height.ts'
import { END_PX, lastEchoIdOf, type LogEnd, useLogEnd } from './use-end.ts'
import { useExpanded } from './use-expanded.ts'

/** Rows rendered beyond each edge, so that scrolling shows no blank area. */
const OVERSCAN = 4

type Log = {
  readonly virtualizer: Virtualizer<HTMLDivElement, HTMLDivElement>
  readonly expanded: ReadonlySet<string>
  readonly expand: (key: string, isExpanded: boolean) => void
  readonly end: LogEnd
}

/** Lays out a thread and keeps its scroll position, at the end or elsewhere. */
export function useVirtualLog(
  thread: {
    readonly rows: readonly LogRow[]
    readonly items: readonly ThreadItem[]
    /** The key of the message that a search found; null for none. */
    readonly soughtKey: string | null
  },
  scroller: RefObject<HTMLDivElement | null>,
): Log {
  const { rows, items, soughtKey } = thread
  const { expanded, expand, isSettling } = useExpanded((key) => {
    // The message was collapsed at its end, so the shorter message scrolls into view.
    virtualizer.measureElement(virtualizer.elementsCache.get(key) ?? null)
    const index = rows.findIndex((row) => row.key === key)
    virtualizer.scrollToIndex(index, { align: 'start' })
  })
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimateHeight(rows[index]),
    getItemKey: useCallback((index: number) => rows[index]?.key ?? index, [rows]),
    overscan: OVERSCAN,
    // An expanded message grows downwards from its current position.
    anchorTo: isSettling ? 'start' : 'end',
    followOnAppend: true,
    scrollEndThreshold: END_PX,
    initialRect: { width: 0, height: window.innerHeight },
    initialOffset: () => Number.MAX_SAFE_INTEGER,
  })
  const lastEchoId = lastEchoIdOf(items)
  const isOpened = useRef(false)
  useLayoutEffect(() => {
    // On opening, and whenever the user sends a message. Not when the server has it: the user may have scrolled away meanwhile.
    if (isOpened.current && lastEchoId === null) return
    isOpened.current = true
    virtualizer.scrollToEnd()
  }, [virtualizer, lastEchoId])
  const soughtIndex =
    soughtKey === null ? -1 : rows.findIndex((row) => row.kind === 'message' && row.item.key === soughtKey)
  const scrolledToKey = useRef<string | null>(null)
  useLayoutEffect(() => {
    // Scrolls once for each found message. Later changes keep the scroll position.
    if (soughtIndex === -1 || scrolledToKey.current === soughtKey) return
    scrolledToKey.current = soughtKey
    virtualizer.scrollToIndex(soughtIndex, { align: 'center' })
  }, [virtualizer, soughtIndex, soughtKey])
  const end = useLogEnd(scroller, items, { startsAtEnd: soughtIndex === -1, followsGrowth: false })
  return { virtualizer, expanded, expand, end }
}
