import { useEffect } from 'react'
import { useView } from '../view.ts'
import { ConversationList } from './conversation-list.tsx'
import { InboxEmpty } from './inbox-empty.tsx'
import { ListHeader } from './list-header.tsx'
import { PickedBar } from './picked-bar.tsx'
import { ListSkeleton } from './list-skeleton.tsx'
import { useShownList } from './use-shown-list.ts'

export function InboxPane() {
  const list = useShownList()
  const isFirstSync = useView((view) => view.reachability.isFirstSync)
  const hasFailed = useView((view) => view.reachability.failure !== null)
  const listing = list?.listing
  useEffect(() => {
    if (listing !== undefined) useView.setState({ listed: listing })
  }, [listing])

  return (
    <section aria-label="Conversation list" className="flex min-h-0 min-w-0 flex-1 flex-col">
      <ListHeader list={list} />
      {list === null || (list.totals.conversations === 0 && isFirstSync && !hasFailed) ? (
        <ListSkeleton isRead={list !== null} />
      ) : list.listing.count > 0 ? (
        <ConversationList
          key={`${list.listing.name} ${list.listing.channel ?? ''} ${list.listing.tag ?? ''}`}
          listing={list.listing}
        />
      ) : (
        <InboxEmpty list={list} />
      )}
      <PickedBar />
    </section>
  )
}
