import { useRef } from 'react'
import { text } from '../strings/text.ts'
import { useView } from '../view/view.ts'
import { ConversationList } from './conversation-list.tsx'
import { InboxEmpty } from './inbox-empty.tsx'
import { ListHeader } from './list-header.tsx'
import { ListSkeleton } from './list-skeleton.tsx'
import { useListActivity } from './use-list-activity.ts'
import { useListed } from './use-listed.ts'

export function InboxPane() {
  const pane = useRef<HTMLElement>(null)
  const list = useListed(useListActivity(pane))
  const isFirstSync = useView((view) => view.reachability.isFirstSync)
  const hasFailed = useView((view) => view.reachability.failure !== null)

  return (
    <section ref={pane} aria-label={text('inbox.list')} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <ListHeader list={list} />
      {list === null || (list.totals.conversations === 0 && isFirstSync && !hasFailed) ? (
        <ListSkeleton isDatabaseRead={list !== null} />
      ) : list.listing.count > 0 ? (
        <ConversationList listing={list.listing} />
      ) : (
        <InboxEmpty list={list} />
      )}
    </section>
  )
}
