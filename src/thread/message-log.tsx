import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useLayoutEffect, useMemo, useRef, type KeyboardEvent } from 'react'
import type { ThreadView } from '../db/overlay.ts'
import { useNow } from '../ui/use-now.ts'
import { dayWords, layOut, type LogRow } from './days.ts'
import { findBlocked } from './echo-actions.ts'
import { MessageBubble, type MessageActions } from './message-bubble.tsx'
import { NewPill } from './new-pill.tsx'
import { estimateHeight } from './row-height.ts'
import { useEnd } from './use-end.ts'
import { useExpanded } from './use-expanded.ts'

/** Rows drawn beyond each edge, so that scrolling meets no empty place. */
const OVERSCAN = 4
/** Nearer to the end than this, px, a reader counts as being at the end: a new message then comes into sight. */
const END_PX = 48
const ARROW_STEP_PX = 60

type MessageLogProps = { readonly view: ThreadView; readonly actions: MessageActions }

/** A thread's messages: a virtual list that opens at its end and stays where the reader is. */
export function MessageLog({ view, actions }: MessageLogProps) {
  const { items } = view
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => layOut(items), [items])
  const blocked = useMemo(() => findBlocked(view), [view])
  const { expanded, expand, isSettling } = useExpanded((key) => {
    // Its end was on screen, and all between is gone: what is left of it comes into sight.
    virtualizer.measureElement(virtualizer.elementsCache.get(key) ?? null)
    virtualizer.scrollToIndex(
      rows.findIndex((row) => row.key === key),
      { align: 'start' },
    )
  })
  const virtualizer = useVirtualizer({
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
  const end = useEnd(scroller, items, END_PX)

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={scroller}
        id="thread"
        role="log"
        aria-label="Messages"
        // What is drawn while scrolling is not news: the announcer says what is.
        aria-live="off"
        tabIndex={0}
        onKeyDown={scrollByArrow}
        className="flex min-h-0 flex-1 flex-col overflow-x-hidden overflow-y-auto outline-none [overflow-anchor:none] focus-visible:shadow-[inset_0_2px_0_var(--focus)]"
      >
        <div className="mx-auto mt-auto w-full max-w-3xl shrink-0 px-4 pt-4">
          {!view.isOnDevice && (
            <p className="pb-2 text-center text-xs text-faint">What was said before is not on this device yet</p>
          )}
          <div role="presentation" className="relative w-full" style={{ height: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map((virtual) => {
              const row = rows[virtual.index]
              return (
                <div
                  key={virtual.key}
                  role="presentation"
                  ref={virtualizer.measureElement}
                  data-index={virtual.index}
                  className="absolute inset-x-0 top-0"
                  style={{ transform: `translateY(${virtual.start}px)` }}
                >
                  {row !== undefined && (
                    <Row
                      row={row}
                      view={view}
                      expanded={expanded}
                      onExpand={expand}
                      blocked={blocked}
                      actions={actions}
                    />
                  )}
                </div>
              )
            })}
          </div>
        </div>
      </div>
      <NewPill end={end} onPress={() => virtualizer.scrollToEnd()} />
    </div>
  )
}

type RowProps = MessageLogProps & {
  readonly row: LogRow
  readonly expanded: ReadonlySet<string>
  readonly onExpand: (key: string, isExpanded: boolean) => void
  readonly blocked: ReadonlySet<string>
}

function Row({ row, view, expanded, onExpand, blocked, actions }: RowProps) {
  if (row.kind === 'day') return <DayLine at={row.at} />
  const { item } = row
  return (
    <MessageBubble
      item={item}
      customerName={view.conversation.name}
      startsGroup={row.startsGroup}
      endsGroup={row.endsGroup}
      rowKey={row.key}
      isExpanded={expanded.has(row.key)}
      onExpand={onExpand}
      isBlocked={item.echo !== null && blocked.has(item.echo.opId)}
      actions={actions}
      position={row.position}
      total={view.items.length}
    />
  )
}

function DayLine({ at }: { readonly at: number }) {
  const now = useNow(60_000)
  return <p className="pt-1 pb-3 text-center text-xs font-medium text-faint">{dayWords(at, now)}</p>
}

/** With the log in focus the arrows move the log; anywhere else they move along the list. */
function scrollByArrow(event: KeyboardEvent<HTMLDivElement>): void {
  if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  event.preventDefault()
  event.currentTarget.scrollBy({ top: event.key === 'ArrowDown' ? ARROW_STEP_PX : -ARROW_STEP_PX })
}
