import { memo } from 'react'
import type { ResultRow as Result } from '../search/answer.ts'
import type { Query } from '../search/query.ts'
import { Avatar } from '../ui/avatar.tsx'
import { classNames } from '../ui/class-names.ts'
import { TimeAgo } from '../ui/time-ago.tsx'
import { ChannelGlyph } from '../words/channel.tsx'
import { harmlessLine } from '../words/harmless-text.ts'
import { statusLabel } from '../words/status.ts'
import { foundWords, resultName } from './found-words.ts'
import { Marked } from './marked.tsx'

/** As high as a row of the list; the virtual list counts on it. */
export const ROW_HEIGHT_PX = 64

type ResultRowProps = {
  readonly row: Result
  readonly query: Query
  readonly domId: string
  readonly position: number
  readonly total: number
  readonly isSelected: boolean
  /** px from the top of the list */
  readonly top: number
  readonly onSelect: (conversationId: string) => void
}

export const ResultRow = memo(function ResultRow({ row, query, isSelected, ...props }: ResultRowProps) {
  const { conversation } = row
  const found = foundWords(row, query)
  return (
    <div
      id={props.domId}
      role="option"
      aria-label={resultName(row, found)}
      aria-selected={isSelected}
      aria-setsize={props.total}
      aria-posinset={props.position}
      style={{ height: ROW_HEIGHT_PX, transform: `translateY(${props.top}px)` }}
      onClick={() => props.onSelect(conversation.id)}
      className={classNames(
        'group absolute inset-x-2 flex items-center gap-3 rounded-md pr-3 pl-4',
        isSelected
          ? 'bg-selected -outline-offset-2 outline-focus group-focus-visible/list:outline-2'
          : 'hover:bg-hover',
      )}
    >
      <div className="relative size-9 shrink-0">
        <Avatar name={conversation.name} seed={conversation.customerId ?? conversation.id} size={36} />
        <span
          className={classNames(
            'absolute -right-1 -bottom-1 flex size-[18px] items-center justify-center rounded-full text-muted',
            isSelected ? 'bg-selected' : 'bg-surface group-hover:bg-hover',
          )}
        >
          <ChannelGlyph channel={conversation.channel} size={11} />
        </span>
      </div>
      <div className="min-w-0 flex-1">
        <div className="flex h-5 items-baseline gap-2">
          <bdi className="min-w-0 flex-1 truncate text-left font-medium">
            <Marked text={harmlessLine(conversation.name)} query={query} />
          </bdi>
          <span className="shrink-0 text-xs text-faint">
            {conversation.status !== 'open' && `${statusLabel(conversation.status)} · `}
            <TimeAgo at={found?.at ?? conversation.activityAt} />
          </span>
        </div>
        <p dir="auto" className="line-clamp-2 text-left text-sm leading-[17px] wrap-anywhere text-muted">
          {found === null ? <span className="text-faint">No messages yet</span> : null}
          {found?.sender != null && <span className="text-faint">{found.sender}: </span>}
          {found !== null && <Marked text={found.words} query={query} />}
        </p>
      </div>
    </div>
  )
})
