import { useEffect } from 'react'
import { useView } from '../view.ts'
import { ConversationList } from './conversation-list.tsx'
import { InboxEmpty } from './inbox-empty.tsx'
import { ListHeader } from './list-header.tsx'
import { ListSkeleton } from './list-skeleton.tsx'
import { useShownList } from './use-shown-list.ts'

type InboxPaneProps = {
  /** px */
  readonly width: number
}

export function InboxPane({ width }: InboxPaneProps) {
  const list = useShownList()
  const isFirstSync = useView((view) => view.reachability.isFirstSync)
  const hasFailed = useView((view) => view.reachability.failure !== null)
  const listing = list?.listing
  useEffect(() => {
    if (listing !== undefined) useView.setState({ listed: listing })
  }, [listing])

  return (
    <section
      aria-label="Conversation list"
      className="flex max-w-[calc(100vw-600px)] min-w-64 shrink-0 flex-col bg-surface"
      style={{ width }}
    >
      <ListHeader list={list} />
      {list === null || (list.totals.conversations === 0 && isFirstSync && !hasFailed) ? (
        <ListSkeleton isRead={list !== null} />
      ) : list.listing.count > 0 ? (
        <ConversationList key={`${list.listing.name} ${list.listing.channel ?? ''}`} listing={list.listing} />
      ) : (
        <InboxEmpty list={list} />
      )}
    </section>
  )
}
