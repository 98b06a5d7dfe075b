import { memo, type MouseEvent } from 'react'
import type { SearchResult as Result } from '../search/answer.ts'
import type { Query } from '../search/query/query.ts'
import { shownTimeOf } from '../db/overlay.ts'
import { RowFace } from '../rows/row-face.tsx'
import { text } from '../strings/text.ts'
import { classNames } from '../ui/class-names.ts'
import { TimeAgo } from '../ui/time-ago.tsx'
import { WorkspaceMark } from '../ui/workspace-mark.tsx'
import { select } from '../view.ts'
import { harmlessLine } from '../words/harmless-text.ts'
import { statusLabel } from '../words/status.ts'
import { hueOf } from '../words/workspace-hue.ts'
import type { LiveWorkspace } from '../workspace.tsx'
import { foundWords, resultName } from './found-words.ts'
import { Marked } from './marked.tsx'

/** The same as a comfortable conversation row. The virtual list relies on it. */
export const RESULT_ROW_HEIGHT_PX = 64

type ResultRowProps = {
  readonly row: Result
  readonly query: Query
  /** The row's workspace in All inboxes; null in a search of one workspace. */
  readonly workspace: LiveWorkspace | null
  readonly domId: string
  readonly position: number
  readonly total: number
  readonly isSelected: boolean
  readonly isPicked: boolean
  /** Whether any row is picked. Commands then act on the picked rows, so only those are highlighted. */
  readonly isPicking: boolean
  /** px from the top of the list */
  readonly top: number
  readonly onPress: (conversationId: string, event: MouseEvent, isBox: boolean) => void
}

export const ResultRowView = memo(function ResultRow({
  row,
  query,
  workspace,
  isSelected,
  isPicked,
  isPicking,
  ...props
}: ResultRowProps) {
  const { conversation } = row
  const found = foundWords(row, query)
  const isMarked = isPicking ? isPicked : isSelected
  return (
    <div
      id={props.domId}
      role="option"
      aria-label={resultName(row, found, workspace?.workspace.name)}
      aria-selected={isMarked}
      aria-current={isSelected ? 'true' : undefined}
      aria-setsize={props.total}
      aria-posinset={props.position}
      style={{ height: RESULT_ROW_HEIGHT_PX, transform: `translateY(${props.top}px)` }}
      onClick={(event) => props.onPress(conversation.id, event, false)}
      className={classNames(
        'group absolute inset-x-2 flex items-center gap-3 rounded-md pe-3 ps-4',
        isMarked ? 'bg-selected' : 'hover:bg-hover',
        isSelected && '-outline-offset-2 outline-focus group-focus-visible/list:outline-2',
        isSelected && isPicking && 'shadow-[inset_0_0_0_1px_var(--line-strong)]',
      )}
    >
      <RowFace
        row={conversation}
        isMarked={isMarked}
        isPicked={isPicked}
        isPicking={isPicking}
        isCompact={false}
        onPick={(event) => props.onPress(conversation.id, event, true)}
      />
      <div className="min-w-0 flex-1">
        <div className="flex h-5 items-baseline gap-2">
          {workspace !== null && (
            <span title={workspace.workspace.name} className="flex self-center">
              <WorkspaceMark name={workspace.workspace.name} hue={hueOf(workspace.colour)} size={14} />
            </span>
          )}
          <bdi className="min-w-0 flex-1 truncate text-match-parent font-medium">
            <Marked text={harmlessLine(conversation.name)} query={query} />
          </bdi>
          <span className="shrink-0 text-xs text-faint">
            {conversation.status !== 'open' && `${statusLabel(conversation.status)} · `}
            <TimeAgo at={found?.at ?? shownTimeOf(conversation)} />
          </span>
        </div>
        <p dir="auto" className="line-clamp-2 text-match-parent text-sm leading-row wrap-anywhere text-muted">
          {found === null ? <span className="text-faint">{text('search.noMessages')}</span> : null}
          {found?.sender != null && <span className="text-faint">{found.sender}: </span>}
          {found !== null && <Marked text={found.text} query={query} />}
        </p>
      </div>
    </div>
  )
})

/** Replaces a result that failed to render. It can still be selected, because its thread may render. */
export function BrokenResult({ id, domId, top }: { readonly id: string } & Pick<ResultRowProps, 'domId' | 'top'>) {
  return (
    <div
      id={domId}
      role="option"
      aria-selected={false}
      style={{ height: RESULT_ROW_HEIGHT_PX, transform: `translateY(${top}px)` }}
      onClick={() => select(id)}
      className="absolute inset-x-2 flex items-center px-4 text-sm text-muted italic"
    >
      {text('search.brokenRow')}
    </div>
  )
}
