import type { ThreadView } from '../db/overlay.ts'
import { useNow } from '../ui/use-now.ts'
import { dayWords, type LogRow } from './days.ts'
import { type MessageActions, MessageBubble } from './message-bubble.tsx'

type LogRowProps = {
  readonly row: LogRow
  readonly view: ThreadView
  readonly actions: MessageActions
  readonly expanded: ReadonlySet<string>
  readonly onExpand: (key: string, isExpanded: boolean) => void
  /** Ops that wait for a person to settle what stands before them. */
  readonly blocked: ReadonlySet<string>
}

/** A day's name or a message. */
export function LogRowView({ row, view, expanded, onExpand, blocked, actions }: LogRowProps) {
  if (row.kind === 'day') return <DayLine at={row.at} />
  const { item } = row
  return (
    <MessageBubble
      item={item}
      customerName={view.conversation.name}
      startsGroup={row.startsGroup}
      endsGroup={row.endsGroup}
      rowKey={row.key}
      isExpanded={expanded.has(row.key)}
      onExpand={onExpand}
      isBlocked={item.echo !== null && blocked.has(item.echo.opId)}
      actions={actions}
      position={row.position}
      total={view.items.length}
    />
  )
}

function DayLine({ at }: { readonly at: number }) {
  const now = useNow(60_000)
  return <p className="pt-1 pb-3 text-center text-xs font-medium text-faint">{dayWords(at, now)}</p>
}
