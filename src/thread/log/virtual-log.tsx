import { useRef } from 'react'
import { LogFrame } from './log-frame.tsx'
import { type LogProps, LogRowView } from './log-row.tsx'
import { useVirtualLog } from './use-virtual-log.ts'

/** Renders the messages on screen and some around them. It opens at the end and keeps the scroll position. */
export function VirtualLog({ rows, soughtKey, ...shared }: LogProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const { view } = shared
  const { virtualizer, expanded, expand, end } = useVirtualLog({ rows, items: view.items, soughtKey }, scroller)
  const rowProps = { ...shared, soughtKey, expanded, onExpand: expand }
  return (
    <LogFrame
      scroller={scroller}
      isOnDevice={view.isOnDevice}
      end={end}
      isAnchored={false}
      onToEnd={() => virtualizer.scrollToEnd()}
    >
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
              {row !== undefined && <LogRowView row={row} {...rowProps} />}
            </div>
          )
        })}
      </div>
    </LogFrame>
  )
}
