import { useEffect, useRef } from 'react'
import { useView } from '../view.ts'
import { ConversationList } from './conversation-list.tsx'
import { InboxEmpty } from './inbox-empty.tsx'
import { ListHeader } from './list-header.tsx'
import { ListSkeleton } from './list-skeleton.tsx'
import { NewRowsPill } from './new-rows-pill.tsx'
import { PickedBar } from './picked-bar.tsx'
import { useHand } from './use-hand.ts'
import { useShownList } from './use-shown-list.ts'
import { useSteadyList } from './use-steady-list.ts'

export function InboxPane() {
  const pane = useRef<HTMLElement>(null)
  const wanted = useShownList()
  const listing = useSteadyList(wanted?.listing ?? null, useHand(pane))
  const list = wanted === null || listing === null ? null : { ...wanted, listing }
  const isFirstSync = useView((view) => view.reachability.isFirstSync)
  const hasFailed = useView((view) => view.reachability.failure !== null)
  useEffect(() => {
    if (listing !== null) useView.setState({ listed: listing })
  }, [listing])

  return (
    <section ref={pane} aria-label="Conversation list" className="flex min-h-0 min-w-0 flex-1 flex-col">
      <ListHeader list={list} />
      {list === null || (list.totals.conversations === 0 && isFirstSync && !hasFailed) ? (
        <ListSkeleton isRead={list !== null} />
      ) : list.listing.count > 0 ? (
        <div className="relative flex min-h-0 flex-1 flex-col">
          <NewRowsPill />
          <ConversationList
            key={`${list.listing.name} ${list.listing.channel ?? ''} ${list.listing.tag ?? ''}`}
            listing={list.listing}
          />
        </div>
      ) : (
        <InboxEmpty list={list} />
      )}
      <PickedBar />
    </section>
  )
}
