import { useMemo, useRef, type KeyboardEvent } from 'react'
import type { ThreadView } from '../../db/overlay.ts'
import { text } from '../../strings/text.ts'
import { LogRowView } from './log-row.tsx'
import type { MessageActions } from './message-bubble.tsx'
import { NewPill } from './new-pill.tsx'
import { useView } from '../../view/view.ts'
import { placesOf } from './places.ts'
import { useLog } from './use-log.ts'
import { ELEMENT_IDS } from '../../ui/element-ids.ts'

const ARROW_STEP_PX = 60

type MessageLogProps = { readonly view: ThreadView; readonly actions: MessageActions }

/** The messages of a thread: a virtual list that opens at the end and keeps the scroll position. */
export function MessageLog({ view, actions }: MessageLogProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const sought = useView((state) => state.sought)
  const soughtKey = sought?.conversationId === view.conversation.id ? sought.messageKey : null
  const { rows, virtualizer, expanded, expand, end } = useLog(view.items, scroller, soughtKey)
  const places = useMemo(() => placesOf(view), [view])
  const shared = { view, actions, expanded, places, soughtKey, onExpand: expand }
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={scroller}
        id={ELEMENT_IDS.threadLog}
        role="log"
        aria-label={text('thread.log.messages')}
        // Scrolling renders old messages, which must not be announced. Announcer does it for new ones.
        aria-live="off"
        tabIndex={0}
        onKeyDown={scrollByArrow}
        className="flex min-h-0 flex-1 flex-col overflow-x-hidden overflow-y-auto outline-none [overflow-anchor:none] [scrollbar-gutter:stable_both-edges] focus-visible:shadow-[inset_0_2px_0_var(--focus)]"
      >
        {/* As wide as the composer, including the 10 px of the scroll bar on both sides. */}
        <div className="mx-auto mt-auto w-full max-w-187 shrink-0 px-1.5 pt-4">
          {!view.isOnDevice && (
            <p className="pb-2 text-center text-xs text-faint">{text('thread.log.earlierNotOnDevice')}</p>
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
                  {row !== undefined && <LogRowView row={row} {...shared} />}
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

/** While the log has the focus, the arrow keys scroll it. Elsewhere they move along the list. */
function scrollByArrow(event: KeyboardEvent<HTMLDivElement>): void {
  if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  event.preventDefault()
  event.currentTarget.scrollBy({ top: event.key === 'ArrowDown' ? ARROW_STEP_PX : -ARROW_STEP_PX })
}
