import { type ConversationSummary, shownTimeOf } from '../db/overlay.ts'
import { text } from '../strings/text.ts'
import { classNames } from '../ui/class-names.ts'
import { Guarded } from '../ui/guarded.tsx'
import { TimeAgo } from '../ui/time-ago.tsx'
import { openConversation } from '../view.ts'
import { ChannelGlyph, channelLabel } from '../words/channel.tsx'
import { lastMessageLine } from '../words/last-words.ts'
import { statusLabel } from '../words/status.ts'

type TimelineProps = {
  readonly conversations: readonly ConversationSummary[]
  /** The open conversation. */
  readonly currentId: string
}

/** The customer's conversations on all channels, newest first. */
export function Timeline({ conversations, currentId }: TimelineProps) {
  return (
    <section aria-labelledby="customer-timeline">
      <h2 id="customer-timeline" className="mb-1 text-sm font-medium text-muted">
        {text('customer.conversations')}
      </h2>
      <ol className="-mx-2 flex flex-col gap-px">
        {conversations.map((conversation) => (
          <li key={conversation.id}>
            <Guarded
              part="timeline entry"
              of={conversation}
              fallback={<p className="px-2 text-sm text-muted italic">{text('customer.cannotShow')}</p>}
            >
              <Entry conversation={conversation} isCurrent={conversation.id === currentId} />
            </Guarded>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Entry({
  conversation,
  isCurrent,
}: {
  readonly conversation: ConversationSummary
  readonly isCurrent: boolean
}) {
  const { id, channel, status, subject, lastText } = conversation
  const line = subject ?? lastText
  return (
    <button
      type="button"
      aria-current={isCurrent ? 'true' : undefined}
      onClick={() => openConversation(id)}
      className={classNames(
        'flex w-full flex-col gap-0.5 rounded-sm px-2 py-1.5 text-start transition-colors',
        isCurrent ? 'bg-selected' : 'hover:bg-hover',
      )}
    >
      <span className="flex w-full items-center gap-1.5 text-sm text-muted">
        <ChannelGlyph channel={channel} size={13} />
        <span className="min-w-0 flex-1 truncate">
          {channelLabel(channel)} · {statusLabel(status)}
        </span>
        <span className="shrink-0 text-xs text-faint">
          <TimeAgo at={shownTimeOf(conversation)} />
        </span>
      </span>
      <bdi dir="auto" className="line-clamp-2 w-full text-base wrap-anywhere">
        {line === null ? <span className="text-faint">{text('customer.noMessages')}</span> : lastMessageLine(line)}
      </bdi>
    </button>
  )
}
