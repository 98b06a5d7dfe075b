import { useEffect } from 'react'
import type { InboxList } from '../db/queries.ts'
import type { ViewName } from '../db/views.ts'
import { useView } from '../view.ts'
import { ConversationList } from './conversation-list.tsx'
import { InboxEmpty } from './inbox-empty.tsx'
import { ListHeader } from './list-header.tsx'
import { ListSkeleton } from './list-skeleton.tsx'

/** A list together with the view it was read for, so that title and rows change in one frame. */
export type ShownList = InboxList & { readonly name: ViewName; readonly channel: string | null }

type InboxPaneProps = {
  /** Null until the first read of the database. */
  readonly list: ShownList | null
  /** px */
  readonly width: number
}

export function InboxPane({ list, width }: InboxPaneProps) {
  const isFirstSync = useView((view) => view.reachability.isFirstSync)
  const hasFailed = useView((view) => view.reachability.failure !== null)
  const rows = list?.rows
  useEffect(() => {
    if (rows !== undefined) useView.setState({ listedIds: rows.map((row) => row.id) })
  }, [rows])

  return (
    <section
      aria-label="Conversation list"
      className="flex max-w-[calc(100vw-600px)] min-w-64 shrink-0 flex-col bg-surface"
      style={{ width }}
    >
      <ListHeader list={list} />
      {list === null || (list.conversations === 0 && isFirstSync && !hasFailed) ? (
        <ListSkeleton isRead={list !== null} />
      ) : list.rows.length > 0 ? (
        <ConversationList key={`${list.name} ${list.channel ?? ''}`} rows={list.rows} />
      ) : (
        <InboxEmpty list={list} />
      )}
    </section>
  )
}
