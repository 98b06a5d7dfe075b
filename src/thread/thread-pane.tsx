import { MessageSquareX } from 'lucide-react'
import { text } from '../strings/text.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Thread } from './thread.tsx'
import { useWriting } from './composer/use-writing.ts'
import { useThread } from './use-thread.ts'

/** One conversation: its header, messages and composer. */
export function ThreadPane({ conversationId }: { readonly conversationId: string }) {
  const loaded = useThread(conversationId)
  const writing = useWriting()
  if (loaded === null) return null
  if (loaded.view === null) {
    return (
      <section
        aria-label={text('thread.conversation')}
        data-conversation-id={loaded.conversationId}
        className="flex min-h-0 flex-1 flex-col"
      >
        <EmptyState icon={<MessageSquareX size={22} strokeWidth={1.5} />} title={text('thread.unavailable.title')}>
          {text('thread.unavailable.text')}
        </EmptyState>
      </section>
    )
  }
  return <Thread view={loaded.view} draft={loaded.draft} writing={writing} />
}
