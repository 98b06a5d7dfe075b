import { Star } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ListedConversation } from '../db/list-rows.ts'
import { classNames } from '../ui/class-names.ts'
import { TimeAgo } from '../ui/time-ago.tsx'
import { WorkspaceMark } from '../ui/workspace-mark.tsx'
import { hueOf } from '../words/workspace-hue.ts'
import type { NamedContext } from './mark-names.ts'
import { drawMark, isUrgent, marksOf, type MarkedRow, widthOfMarks } from './row-marks.tsx'
import { drawTags } from './tags-in-row.tsx'
import { drawWait } from './wait-chip.tsx'
import { shownWaitingSince } from './waiting.ts'

type RowBodyProps = {
  readonly row: MarkedRow & Pick<ListedConversation, 'isUnread' | 'isStarred' | 'waitingSince'>
  readonly name: ReactNode
  /** The last message, or the text that a search found. */
  readonly line: ReactNode
  /** Epoch ms; null when it is unknown. */
  readonly at: number | null
  readonly context: NamedContext
  readonly isCompact: boolean
  /** The row's workspace in All inboxes; null in the list of one workspace. */
  readonly workspace: { readonly workspace: { readonly name: string }; readonly colour: number } | null
}

const STAR = <Star size={12} aria-hidden="true" className="shrink-0 fill-glow text-glow" />

/** The widths of the waiting chip with its gap, px. */
const WAIT_PX = 92
const SHORT_WAIT_PX = 48

/** The name and time, the text, and what needs attention. The same in the list and in search results. */
export function RowBody({ row, name, line, at, context, isCompact, workspace }: RowBodyProps) {
  const marks = marksOf(row, context.now, context.isOffline)
  const since = shownWaitingSince(row)
  const wait = since === null ? null : drawWait(since, context, isCompact)
  const hasMarks = wait !== null || marks.length + row.tags.length > 0
  const message = (
    <p
      dir="auto"
      className={classNames(
        'text-match-parent text-sm leading-row',
        isCompact && 'min-w-0 flex-1',
        isCompact || hasMarks ? 'truncate' : 'line-clamp-2 wrap-anywhere',
        row.isUnread ? 'text-ink' : 'text-muted',
      )}
    >
      {line}
    </p>
  )
  const marksLine = hasMarks && (
    <div
      className={classNames(
        'flex h-4.5 flex-wrap items-center gap-x-2 gap-y-1 overflow-hidden text-xs leading-marks',
        isCompact && 'max-w-[60%] shrink-0 justify-end',
      )}
    >
      {marks.filter(isUrgent).map(drawMark)}
      {wait}
      {marks.filter((mark) => !isUrgent(mark)).map(drawMark)}
      {drawTags(row.tags, widthOfMarks(marks) + (wait === null ? 0 : isCompact ? SHORT_WAIT_PX : WAIT_PX), isCompact)}
    </div>
  )
  return (
    <div className="@container min-w-0 flex-1">
      <div className="flex h-5 items-baseline gap-2">
        {workspace !== null && (
          <span title={workspace.workspace.name} className="flex shrink-0 self-center">
            <WorkspaceMark name={workspace.workspace.name} hue={hueOf(workspace.colour)} size={14} />
          </span>
        )}
        {/* A star that does not fit beside the whole name wraps into a line that is not shown: the name is cut last. */}
        <span className="flex h-5 min-w-0 flex-1 flex-wrap items-center gap-x-2 overflow-hidden">
          <bdi
            className={classNames(
              'max-w-full shrink-0 grow truncate text-match-parent leading-5',
              row.isUnread ? 'font-semibold' : 'text-ink',
            )}
          >
            {name}
          </bdi>
          {row.isStarred && STAR}
        </span>
        <span className="shrink-0 text-xs text-faint">
          <TimeAgo at={at} />
        </span>
      </div>
      <div className={classNames(isCompact && 'flex items-center gap-2')}>
        {message}
        {marksLine}
      </div>
    </div>
  )
}
