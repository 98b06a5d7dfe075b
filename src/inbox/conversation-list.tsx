import { useVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import type { ListedConversation } from '../db/queries.ts'
import { classNames } from '../ui/class-names.ts'
import { useDensity } from '../ui/density.ts'
import { useNow } from '../ui/use-now.ts'
import { select, useView } from '../view.ts'
import { anchorShift } from './anchor-shift.ts'
import { ConversationRow, ROW_HEIGHT_PX } from './conversation-row.tsx'
import { moveBy } from './move-by.ts'

/** Rows drawn beyond the edge, so that a step of the selection never meets an empty place. */
const OVERSCAN = 6
const PADDING_PX = 8

export function ConversationList({ rows }: { readonly rows: readonly ListedConversation[] }) {
  const scroller = useRef<HTMLDivElement>(null)
  const selectedId = useView((view) => view.selectedId)
  const now = useNow(60_000)
  const density = useDensity()
  const rowHeightPx = ROW_HEIGHT_PX[density]
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: OVERSCAN,
    paddingStart: PADDING_PX,
    paddingEnd: PADDING_PX,
    scrollPaddingStart: PADDING_PX,
    scrollPaddingEnd: PADDING_PX,
  })

  useLayoutEffect(() => virtualizer.measure(), [rowHeightPx, virtualizer])

  const selectedIndex = selectedId === null ? -1 : rows.findIndex((row) => row.id === selectedId)
  const shown = useRef<string | null>(null)
  useLayoutEffect(() => {
    // Once for each selection: rows that move later must not drag a reading person along.
    if (selectedIndex === -1 || shown.current === selectedId) return
    shown.current = selectedId
    virtualizer.scrollToIndex(selectedIndex, { align: 'auto' })
  }, [selectedIndex, selectedId, virtualizer])

  const before = useRef(rows)
  useLayoutEffect(() => {
    const shift = anchorShift(before.current, rows, placeOf(scroller.current, rowHeightPx))
    before.current = rows
    if (shift !== 0) scroller.current?.scrollBy({ top: shift * rowHeightPx, behavior: 'instant' })
  }, [rows, rowHeightPx])

  const items = virtualizer.getVirtualItems()
  const isSelectedDrawn = items.some((item) => item.index === selectedIndex)
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeightPx) - 1)
    const wanted = moveBy(event.nativeEvent, { index: selectedIndex, count: rows.length, page })
    const row = wanted === null ? undefined : rows[wanted]
    if (row === undefined) return
    event.preventDefault()
    select(row.id)
  }

  return (
    <div
      ref={scroller}
      id="conversations"
      role="listbox"
      aria-label="Conversations"
      aria-activedescendant={isSelectedDrawn && selectedId !== null ? domIdOf(selectedId) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      className={classNames(
        'group/list min-h-0 flex-1 overflow-y-auto outline-none',
        !isSelectedDrawn && 'focus-visible:shadow-[inset_0_2px_0_var(--focus)]',
      )}
    >
      <div role="presentation" className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index]
          if (row === undefined) return null
          return (
            <ConversationRow
              key={item.key}
              row={row}
              domId={domIdOf(row.id)}
              position={item.index + 1}
              total={rows.length}
              isSelected={row.id === selectedId}
              now={now}
              density={density}
              onSelect={select}
              top={item.start}
            />
          )
        })}
      </div>
    </div>
  )
}

function placeOf(
  scroller: HTMLElement | null,
  rowHeightPx: number,
): { readonly first: number; readonly count: number } {
  if (scroller === null || scroller.scrollTop < PADDING_PX) return { first: 0, count: 0 }
  const first = Math.floor((scroller.scrollTop - PADDING_PX) / rowHeightPx)
  return { first, count: Math.ceil(scroller.clientHeight / rowHeightPx) }
}

/** A server's id may hold spaces, which no reference to an element can. */
function domIdOf(conversationId: string): string {
  return `conversation-${encodeURIComponent(conversationId)}`
}
