import { memo, type MouseEvent, useMemo } from 'react'
import type { ListedConversation } from '../db/list-rows.ts'
import { shownTimeOf } from '../db/overlay.ts'
import { text } from '../strings/text.ts'
import { classNames } from '../ui/class-names.ts'
import type { Density } from '../ui/density.ts'
import type { RowWorkspace } from '../workspace.tsx'
import { lastMessageLine } from '../words/last-words.ts'
import { optionName } from './option-name.ts'
import type { NamedContext } from '../rows/mark-names.ts'
import { RowBody } from '../rows/row-body.tsx'
import { RowFace } from '../rows/row-face.tsx'
import { ROW_HEIGHT_PX } from '../rows/row-height.ts'
import { selectionOf } from '../rows/row-selection.ts'
import { UnreadDot } from '../rows/unread-dot.tsx'
import { useShownName } from '../words/shown-name.ts'

export type ConversationRowProps = NamedContext & {
  readonly row: ListedConversation
  readonly domId: string
  readonly position: number
  readonly total: number
  readonly isSelected: boolean
  readonly isPicked: boolean
  /** Whether any row is picked. Commands then act on the picked rows, so only those are highlighted. */
  readonly isPicking: boolean
  readonly density: Density
  /** px from the top of the list */
  readonly top: number
  /** The row's workspace in All inboxes; null in the list of one workspace. */
  readonly workspace: RowWorkspace | null
  readonly onPress: (conversationId: string, event: MouseEvent, isBox: boolean) => void
}

/** The element of a row. When other rows come or go it only moves, and its content stays as it is. */
export const ConversationRowView = memo(function ConversationRow(props: ConversationRowProps) {
  const { row, isSelected, isPicked, isPicking, workspace, now, isOffline, answerWithinMs, density, onPress } = props
  const isMarked = isPicked || (isSelected && !isPicking)
  const workspaceName = workspace?.workspace.name
  const label = useMemo(
    () => optionName(row, { now, isOffline, answerWithinMs }, workspaceName),
    [row, now, isOffline, answerWithinMs, workspaceName],
  )
  return (
    <div
      id={props.domId}
      role="option"
      data-row-of={row.id}
      aria-label={label}
      {...selectionOf(props)}
      aria-setsize={props.total}
      aria-posinset={props.position}
      style={{ height: ROW_HEIGHT_PX[density], transform: `translateY(${props.top}px)` }}
      onClick={(event) => onPress(row.id, event, false)}
      className={classNames(
        'group absolute inset-x-2 flex items-center gap-3 rounded-md pe-3 ps-4',
        isMarked ? 'bg-selected' : 'hover:bg-hover',
        isSelected && '-outline-offset-2 outline-focus group-focus-visible/list:outline-2',
        isSelected && isPicking && 'shadow-[inset_0_0_0_1px_var(--line-strong)]',
      )}
    >
      <RowContent
        {...{ row, now, isOffline, answerWithinMs, isMarked, isPicked, isPicking, workspace, onPress }}
        isCompact={density === 'compact'}
      />
    </div>
  )
})

type RowContentProps = Pick<ConversationRowProps, 'row' | 'isPicked' | 'isPicking' | 'workspace' | 'onPress'> &
  NamedContext & {
    /** Whether the row has the color of a selected row. */
    readonly isMarked: boolean
    readonly isCompact: boolean
  }

const RowContent = memo(function RowContent({ row, onPress, workspace, isCompact, ...props }: RowContentProps) {
  const name = useShownName(row.name)
  const message = row.lastText ?? row.subject
  return (
    <>
      {row.isUnread && <UnreadDot />}
      <RowFace row={row} {...props} isCompact={isCompact} onPick={(event) => onPress(row.id, event, true)} />
      <RowBody
        row={row}
        name={name}
        line={
          message === null ? <span className="text-faint">{text('inbox.noMessages')}</span> : lastMessageLine(message)
        }
        at={shownTimeOf(row)}
        context={props}
        isCompact={isCompact}
        workspace={workspace}
      />
    </>
  )
})
