import { memo, type MouseEvent } from 'react'
import type { SearchResult as Result } from '../search/answer.ts'
import type { Query } from '../search/query/query.ts'
import { shownTimeOf } from '../db/overlay.ts'
import type { ListedConversation } from '../db/list-rows.ts'
import type { NamedContext } from '../rows/mark-names.ts'
import { RowBody } from '../rows/row-body.tsx'
import { RowFace } from '../rows/row-face.tsx'
import { ROW_HEIGHT_PX } from '../rows/row-height.ts'
import { selectionOf } from '../rows/row-selection.ts'
import { UnreadDot } from '../rows/unread-dot.tsx'
import type { Density } from '../ui/density.ts'
import { useShownName } from '../words/shown-name.ts'
import { text } from '../strings/text.ts'
import { classNames } from '../ui/class-names.ts'
import { select } from '../view/view.ts'
import type { LiveWorkspace } from '../workspace.tsx'
import { foundWords, resultName } from './found-words.ts'
import { Marked } from './marked.tsx'

export type ResultRowProps = NamedContext & {
  readonly row: Result
  /** The conversation as the list shows it now, with its marks. */
  readonly listed: ListedConversation
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
  readonly density: Density
  /** px from the top of the list */
  readonly top: number
  readonly onPress: (conversationId: string, event: MouseEvent, isBox: boolean) => void
}

export const ResultRowView = memo(function ResultRow({
  row,
  listed,
  query,
  workspace,
  isSelected,
  isPicked,
  isPicking,
  ...props
}: ResultRowProps) {
  const { conversation } = row
  const isCompact = props.density === 'compact'
  const name = useShownName(conversation.name)
  const found = foundWords(row, query)
  const isMarked = isPicking ? isPicked : isSelected
  return (
    <div
      id={props.domId}
      role="option"
      aria-label={resultName(listed, found, props, workspace?.workspace.name)}
      {...selectionOf({ isSelected, isPicked, isPicking })}
      aria-setsize={props.total}
      aria-posinset={props.position}
      style={{ height: ROW_HEIGHT_PX[props.density], transform: `translateY(${props.top}px)` }}
      onClick={(event) => props.onPress(conversation.id, event, false)}
      className={classNames(
        'group absolute inset-x-2 flex items-center gap-3 rounded-md pe-3 ps-4',
        isMarked ? 'bg-selected' : 'hover:bg-hover',
        isSelected && '-outline-offset-2 outline-focus group-focus-visible/list:outline-2',
        isSelected && isPicking && 'shadow-[inset_0_0_0_1px_var(--line-strong)]',
      )}
    >
      {listed.isUnread && <UnreadDot />}
      <RowFace
        row={conversation}
        isMarked={isMarked}
        isPicked={isPicked}
        isPicking={isPicking}
        isCompact={isCompact}
        onPick={(event) => props.onPress(conversation.id, event, true)}
      />
      <RowBody
        row={listed}
        name={<Marked text={name} query={query} />}
        line={
          found === null ? (
            <span className="text-faint">{text('search.noMessages')}</span>
          ) : (
            <>
              {found.sender !== null && <span className="text-faint">{found.sender}: </span>}
              <Marked text={found.text} query={query} />
            </>
          )
        }
        at={found?.at ?? shownTimeOf(conversation)}
        context={props}
        isCompact={isCompact}
        workspace={workspace}
      />
    </div>
  )
})

type BrokenResultProps = { readonly id: string } & Pick<ResultRowProps, 'domId' | 'top' | 'density'>

/** Replaces a result that failed to render. It can still be selected, because its thread may render. */
export function BrokenResult({ id, domId, top, density }: BrokenResultProps) {
  return (
    <div
      id={domId}
      role="option"
      aria-selected={false}
      style={{ height: ROW_HEIGHT_PX[density], transform: `translateY(${top}px)` }}
      onClick={() => select(id)}
      className="absolute inset-x-2 flex items-center px-4 text-sm text-muted italic"
    >
      {text('search.brokenRow')}
    </div>
  )
}
