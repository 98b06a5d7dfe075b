import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { useCallback, useLayoutEffect, useMemo, useRef, type RefObject } from 'react'
import type { ThreadItem } from '../../db/overlay.ts'
import { layOut, type LogRow } from './days.ts'
import { estimateHeight } from './row-height.ts'
import { type LogEnd, useLogEnd } from './use-end.ts'
import { useExpanded } from './use-expanded.ts'

/** Rows drawn beyond each edge, so that scrolling meets no empty place. */
const OVERSCAN = 4
/** Nearer to the end than this, px, a reader counts as being at the end: a new message then comes into sight. */
const END_PX = 48

type Log = {
  readonly rows: readonly LogRow[]
  readonly virtualizer: Virtualizer<HTMLDivElement, HTMLDivElement>
  readonly expanded: ReadonlySet<string>
  readonly expand: (key: string, isExpanded: boolean) => void
  readonly end: LogEnd
}

/** Lays a thread out and keeps the reader's place in it: at the end, or wherever they are reading. */
export function useLog(
  items: readonly ThreadItem[],
  scroller: RefObject<HTMLDivElement | null>,
  soughtKey: string | null,
): Log {
  const rows = useMemo(() => layOut(items), [items])
  const { expanded, expand, isSettling } = useExpanded((key) => {
    // Its end was on screen, and all between is gone: what is left of it comes into sight.
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
    // A long message that is opened grows downwards, from where its reader is.
    anchorTo: isSettling ? 'start' : 'end',
    followOnAppend: true,
    scrollEndThreshold: END_PX,
    initialRect: { width: 0, height: window.innerHeight },
    initialOffset: () => Number.MAX_SAFE_INTEGER,
  })
  const lastEchoId = items.at(-1)?.echo?.opId ?? null
  // At first, and whenever a person has just said something, from wherever they were reading.
  useLayoutEffect(() => virtualizer.scrollToEnd(), [virtualizer, lastEchoId])
  const soughtIndex =
    soughtKey === null ? -1 : rows.findIndex((row) => row.kind === 'message' && row.item.key === soughtKey)
  const shownKey = useRef<string | null>(null)
  useLayoutEffect(() => {
    // Once: what comes in later must not drag a reading person along.
    if (soughtIndex === -1 || shownKey.current === soughtKey) return
    shownKey.current = soughtKey
    virtualizer.scrollToIndex(soughtIndex, { align: 'center' })
  }, [virtualizer, soughtIndex, soughtKey])
  return { rows, virtualizer, expanded, expand, end: useLogEnd(scroller, items, END_PX) }
}
