import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { useCallback, useLayoutEffect, useMemo, useRef, type RefObject } from 'react'
import type { ThreadItem } from '../../db/overlay.ts'
import { layOut, type LogRow } from './days.ts'
import { estimateHeight } from './row-height.ts'
import { type LogEnd, useLogEnd } from './use-end.ts'
import { useExpanded } from './use-expanded.ts'

/** Rows rendered beyond each edge, so that scrolling shows no blank area. */
const OVERSCAN = 4
/** A distance to the end up to this, px, counts as being at the end: a new message then scrolls into view. */
const END_PX = 48

type Log = {
  readonly rows: readonly LogRow[]
  readonly virtualizer: Virtualizer<HTMLDivElement, HTMLDivElement>
  readonly expanded: ReadonlySet<string>
  readonly expand: (key: string, isExpanded: boolean) => void
  readonly end: LogEnd
}

/** Lays out a thread and keeps its scroll position, at the end or elsewhere. */
export function useLog(
  items: readonly ThreadItem[],
  scroller: RefObject<HTMLDivElement | null>,
  soughtKey: string | null,
): Log {
  const rows = useMemo(() => layOut(items), [items])
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
  const lastEchoId = items.at(-1)?.echo?.opId ?? null
  // On opening, and whenever the user sends a message.
  useLayoutEffect(() => virtualizer.scrollToEnd(), [virtualizer, lastEchoId])
  const soughtIndex =
    soughtKey === null ? -1 : rows.findIndex((row) => row.kind === 'message' && row.item.key === soughtKey)
  const scrolledToKey = useRef<string | null>(null)
  useLayoutEffect(() => {
    // Scrolls once for each found message. Later changes keep the scroll position.
    if (soughtIndex === -1 || scrolledToKey.current === soughtKey) return
    scrolledToKey.current = soughtKey
    virtualizer.scrollToIndex(soughtIndex, { align: 'center' })
  }, [virtualizer, soughtIndex, soughtKey])
  return { rows, virtualizer, expanded, expand, end: useLogEnd(scroller, items, END_PX) }
}
