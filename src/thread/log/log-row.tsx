import { memo } from 'react'
import type { ThreadView } from '../../db/overlay.ts'
import { text } from '../../strings/text.ts'
import { Guarded } from '../../ui/guarded.tsx'
import { useNow } from '../../ui/use-now.ts'
import type { OpStateContext } from '../../words/op-state.ts'
import { dayWords, type LogRow } from './days.ts'
import { type MessageActions, MessageBubble } from './message-bubble.tsx'

/** What a thread's log shows. */
export type LogProps = {
  readonly view: ThreadView
  readonly actions: MessageActions
  readonly rows: readonly LogRow[]
  /** The key of the message that a search found; null for none. */
  readonly soughtKey: string | null
  /** The queue position of each echo, by op id. */
  readonly places: ReadonlyMap<string, OpStateContext['place']>
}

type LogRowProps = Omit<LogProps, 'rows'> & {
  readonly row: LogRow
  readonly expanded: ReadonlySet<string>
  readonly onExpand: (key: string, isExpanded: boolean) => void
}

/** Renders again only when its message or the thread changes: the log itself also renders to measure and to scroll. */
export const LogRowView = memo(function LogRowView(props: LogRowProps) {
  return (
    <Guarded part="message" of={props.row} fallback={<BrokenMessage />}>
      <RowContent {...props} />
    </Guarded>
  )
})

function RowContent({ row, view, expanded, onExpand, places, actions, soughtKey }: LogRowProps) {
  if (row.kind === 'day') return <DayLine at={row.at} />
  if (row.kind === 'news') return <NewsLine />
  const { item } = row
  return (
    <MessageBubble
      item={item}
      customerName={view.conversation.name}
      startsGroup={row.startsGroup}
      endsGroup={row.endsGroup}
      rowKey={row.key}
      isSought={item.key === soughtKey}
      isExpanded={expanded.has(row.key)}
      onExpand={onExpand}
      place={item.echo === null ? 'first' : (places.get(item.echo.opId) ?? 'first')}
      actions={actions}
      position={row.position}
      total={view.items.length}
    />
  )
}

/** Replaces a message that failed to render. Rows are measured, so it may have any height. */
function BrokenMessage() {
  return <p className="pb-3 text-sm text-muted italic">{text('thread.log.cannotShow')}</p>
}

/** The line above the messages that arrived after ours was written. */
function NewsLine() {
  return (
    <p className="flex items-center gap-3 pt-1 pb-3 text-xs font-medium text-danger before:h-px before:flex-1 before:bg-current/40 after:h-px after:flex-1 after:bg-current/40">
      {text('thread.log.newSinceYouWrote')}
    </p>
  )
}

function DayLine({ at }: { readonly at: number }) {
  const now = useNow(60_000)
  return <p className="pt-1 pb-3 text-center text-xs font-medium text-faint">{dayWords(at, now)}</p>
}
