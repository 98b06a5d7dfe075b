import { Star, Timer } from 'lucide-react'
import { memo, type MouseEvent } from 'react'
import type { ListedConversation } from '../db/list-rows.ts'
import { shownTimeOf } from '../db/overlay.ts'
import { text } from '../strings/text.ts'
import { classNames } from '../ui/class-names.ts'
import type { Density } from '../ui/density.ts'
import { WorkspaceMark } from '../ui/workspace-mark.tsx'
import { hueOf } from '../words/workspace-hue.ts'
import type { RowWorkspace } from '../workspace.tsx'
import { TimeAgo } from '../ui/time-ago.tsx'
import { harmlessLine } from '../words/harmless-text.ts'
import { lastMessageLine } from '../words/last-words.ts'
import { optionName } from './option-name.ts'
import { marksOf } from './row-marks.tsx'
import { selectionOf } from './row-selection.ts'
import { RowFace } from '../rows/row-face.tsx'
import { shownWaitingSince } from './waiting.ts'

/** A name with two lines of text, or one in compact density. The virtual list relies on these heights. */
export const CONVERSATION_ROW_HEIGHT_PX: Readonly<Record<Density, number>> = { comfortable: 64, compact: 44 }

/** A customer who has waited this long is highlighted. */
const LONG_WAIT_MS = 60 * 60_000

export type ConversationRowProps = {
  readonly row: ListedConversation
  readonly domId: string
  readonly position: number
  readonly total: number
  readonly isSelected: boolean
  readonly isPicked: boolean
  /** Whether any row is picked. Commands then act on the picked rows, so only those are highlighted. */
  readonly isPicking: boolean
  /** Epoch ms, updated every minute. */
  readonly now: number
  readonly density: Density
  /** px from the top of the list */
  readonly top: number
  /** The row's workspace in All inboxes; null in the list of one workspace. */
  readonly workspace: RowWorkspace | null
  readonly onPress: (conversationId: string, event: MouseEvent, isBox: boolean) => void
}

export const ConversationRowView = memo(function ConversationRow(props: ConversationRowProps) {
  const { row, isSelected, isPicked, isPicking, now, workspace } = props
  const isCompact = props.density === 'compact'
  const marks = marksOf(row, now)
  const message = row.lastText ?? row.subject
  return (
    <div
      id={props.domId}
      role="option"
      data-row-of={row.id}
      aria-label={optionName(row, now, workspace?.workspace.name)}
      {...selectionOf(props)}
      aria-setsize={props.total}
      aria-posinset={props.position}
      style={{ height: CONVERSATION_ROW_HEIGHT_PX[props.density], transform: `translateY(${props.top}px)` }}
      onClick={(event) => props.onPress(row.id, event, false)}
      className={classNames(
        'group absolute inset-x-2 flex items-center gap-3 rounded-md pe-3 ps-4',
        isPicked || (isSelected && !isPicking) ? 'bg-selected' : 'hover:bg-hover',
        isSelected && '-outline-offset-2 outline-focus group-focus-visible/list:outline-2',
        isSelected && isPicking && 'shadow-[inset_0_0_0_1px_var(--line-strong)]',
      )}
    >
      {row.isUnread && <span className="absolute start-1 size-2 rounded-full bg-accent kept-fill" />}
      <RowFace
        row={row}
        isMarked={isPicked || (isSelected && !isPicking)}
        isPicked={isPicked}
        isPicking={isPicking}
        isCompact={isCompact}
        onPick={(event) => props.onPress(row.id, event, true)}
      />
      <div className="min-w-0 flex-1">
        <div className="flex h-5 items-baseline gap-2">
          {workspace !== null && (
            <span title={workspace.workspace.name} className="flex self-center">
              <WorkspaceMark name={workspace.workspace.name} hue={hueOf(workspace.colour)} size={14} />
            </span>
          )}
          <bdi
            className={classNames(
              'min-w-0 flex-1 truncate text-match-parent',
              row.isUnread ? 'font-semibold' : 'font-medium',
            )}
          >
            {harmlessLine(row.name)}
          </bdi>
          {row.isStarred && <Star size={12} aria-hidden="true" className="shrink-0 self-center fill-glow text-glow" />}
          <Age row={row} now={now} />
        </div>
        <div className={classNames(isCompact && 'flex items-center gap-2')}>
          <p
            dir="auto"
            className={classNames(
              'text-match-parent text-sm leading-row',
              isCompact && 'min-w-0 flex-1',
              isCompact || marks.length > 0 ? 'truncate' : 'line-clamp-2 wrap-anywhere',
              row.isUnread ? 'text-ink' : 'text-muted',
            )}
          >
            {message === null ? (
              <span className="text-faint">{text('inbox.noMessages')}</span>
            ) : (
              lastMessageLine(message)
            )}
          </p>
          {marks.length > 0 && (
            <div
              className={classNames(
                'flex h-4.5 flex-wrap items-center gap-x-2.5 gap-y-1 overflow-hidden text-xs leading-marks',
                isCompact && 'max-w-1/2 shrink-0 justify-end',
              )}
            >
              {marks}
            </div>
          )}
        </div>
      </div>
    </div>
  )
})

/** How long the customer has waited, or else the age of the last message. */
function Age({ row, now }: { readonly row: ListedConversation; readonly now: number }) {
  const since = shownWaitingSince(row)
  if (since === null) {
    return (
      <span className="shrink-0 text-xs text-faint">
        <TimeAgo at={shownTimeOf(row)} />
      </span>
    )
  }
  const isLong = now - since >= LONG_WAIT_MS
  return (
    <span className="flex shrink-0 items-center gap-1 self-center text-xs font-medium text-muted">
      <Timer size={12} aria-hidden="true" className={classNames(isLong && 'text-warning')} />
      <TimeAgo at={since} />
    </span>
  )
}
