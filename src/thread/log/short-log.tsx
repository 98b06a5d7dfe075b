import { useLayoutEffect, useRef } from 'react'
import { LogFrame } from './log-frame.tsx'
import { type LogProps, LogRowView } from './log-row.tsx'
import { lastEchoIdOf, useLogEnd } from './use-end.ts'
import { useExpanded } from './use-expanded.ts'

/**
 * Renders all messages of a short thread. The browser lays them out once, where the virtual list measures each of them and then renders
 * again.
 */
export function ShortLog({ rows, soughtKey, ...shared }: LogProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const { view } = shared
  const scrollTo = (key: string, block: 'start' | 'center'): void =>
    scrollToChild(scroller.current, list.current?.children[rows.findIndex((row) => row.key === key)], block)
  const { expanded, expand, isSettling } = useExpanded((key) => scrollTo(key, 'start'))
  const soughtRow = soughtKey === null ? undefined : rows.find((row) => isOf(row, soughtKey))?.key
  // An expanded message grows downwards, and stays where it is.
  const end = useLogEnd(scroller, view.items, { startsAtEnd: soughtRow === undefined, followsGrowth: !isSettling })
  const lastEchoId = lastEchoIdOf(view.items)
  const shownEchoId = useRef(lastEchoId)
  useLayoutEffect(() => {
    // The user sends a message. Not when the server has it: the user may have scrolled away meanwhile.
    if (lastEchoId !== null && shownEchoId.current !== lastEchoId) end.scrollToEnd()
    shownEchoId.current = lastEchoId
  })
  const scrolledToRow = useRef<string | undefined>(undefined)
  useLayoutEffect(() => {
    // Scrolls once for each found message. Later changes keep the scroll position.
    if (soughtRow === undefined || scrolledToRow.current === soughtRow) return
    scrolledToRow.current = soughtRow
    scrollTo(soughtRow, 'center')
  })
  const rowProps = { ...shared, soughtKey, expanded, onExpand: expand }
  return (
    <LogFrame scroller={scroller} isOnDevice={view.isOnDevice} end={end} isAnchored onToEnd={end.scrollToEnd}>
      <div ref={list} role="presentation" className="flex flex-col">
        {rows.map((row) => (
          <div key={row.key} role="presentation">
            <LogRowView row={row} {...rowProps} />
          </div>
        ))}
      </div>
    </LogFrame>
  )
}

function isOf(row: LogProps['rows'][number], messageKey: string): boolean {
  return row.kind === 'message' && row.item.key === messageKey
}

/** Scrolls this element only: `scrollIntoView` would also scroll what is around it. */
function scrollToChild(scroller: HTMLElement | null, child: Element | undefined, block: 'start' | 'center'): void {
  if (scroller === null || child === undefined) return
  const [outer, inner] = [scroller.getBoundingClientRect(), child.getBoundingClientRect()]
  const room = block === 'start' ? 0 : Math.max(0, (outer.height - inner.height) / 2)
  scroller.scrollTop += inner.top - outer.top - room
}
