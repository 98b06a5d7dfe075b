import type { KeyboardEvent, ReactNode, RefObject } from 'react'
import { text } from '../../strings/text.ts'
import { classNames } from '../../ui/class-names.ts'
import { ELEMENT_IDS } from '../../ui/element-ids.ts'
import { NewPill } from './new-pill.tsx'
import type { LogEnd } from './use-end.ts'

const ARROW_STEP_PX = 60

type LogFrameProps = {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly isOnDevice: boolean
  readonly end: LogEnd
  /** The browser keeps what is on screen in place when something above it changes. */
  readonly isAnchored: boolean
  readonly onToEnd: () => void
  readonly children: ReactNode
}

/** The part of the thread that scrolls. */
export function LogFrame({ scroller, isOnDevice, end, isAnchored, onToEnd, children }: LogFrameProps) {
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
        className={classNames(
          'flex min-h-0 flex-1 flex-col overflow-x-hidden overflow-y-auto outline-none [scrollbar-gutter:stable_both-edges] focus-visible:shadow-[inset_0_2px_0_var(--focus)]',
          !isAnchored && '[overflow-anchor:none]',
        )}
      >
        {/* As wide as the composer, including the 10 px of the scroll bar on both sides. */}
        <div className="mx-auto mt-auto w-full max-w-187 shrink-0 px-1.5 pt-4">
          {!isOnDevice && (
            <p className="pb-2 text-center text-xs text-faint">{text('thread.log.earlierNotOnDevice')}</p>
          )}
          {children}
        </div>
      </div>
      <NewPill end={end} onPress={onToEnd} />
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
