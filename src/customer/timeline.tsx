import { type ConversationSummary, shownTimeOf } from '../db/overlay.ts'
import { text } from '../strings/text.ts'
import { classNames } from '../ui/class-names.ts'
import { Illustration } from '../ui/illustration.tsx'
import { Guarded } from '../ui/guarded.tsx'
import { TimeAgo } from '../ui/time-ago.tsx'
import { useAnswerTargetMs } from '../rows/answer-within.ts'
import { drawMark, isUrgent, marksOf } from '../rows/row-marks.tsx'
import { drawWait } from '../rows/wait-chip.tsx'
import { shownWaitingSince } from '../rows/waiting.ts'
import { useNow } from '../ui/use-now.ts'
import { useIsOffline } from '../words/use-is-offline.ts'
import { openConversation } from '../view/view.ts'
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
      {conversations.length === 1 && (
        <div className="flex flex-col items-center px-4 pt-4 pb-2 text-center">
          <Illustration name="bubbles" isSmall />
          <h3 className="mt-2 text-sm font-medium text-muted">{text('customer.noOthers')}</h3>
          <p className="text-sm text-balance text-faint">{text('customer.noOthersText')}</p>
        </div>
      )}
    </section>
  )
}

type EntryProps = { readonly conversation: ConversationSummary; readonly isCurrent: boolean }

function Entry({ conversation, isCurrent }: EntryProps) {
  const { id, channel, status, subject, lastText, isUnread } = conversation
  const now = useNow(60_000)
  const answerWithinMs = useAnswerTargetMs()
  const isOffline = useIsOffline()
  const line = subject ?? lastText
  const since = shownWaitingSince(conversation)
  const marks = marksOf({ ...conversation, ...NO_FLAGS }, now, isOffline)
  return (
    <button
      type="button"
      aria-current={isCurrent ? 'true' : undefined}
      onClick={() => openConversation(id)}
      className={classNames(
        '@container flex w-full flex-col gap-0.5 rounded-sm px-2 py-1.5 text-start transition-colors',
        isCurrent ? 'bg-selected' : 'hover:bg-hover',
      )}
    >
      <span className="flex w-full items-center gap-1.5 text-sm text-muted">
        <ChannelGlyph channel={channel} size={13} />
        <span className={classNames('min-w-0 flex-1 truncate', isUnread && 'font-semibold text-ink')}>
          {channelLabel(channel)} · {statusLabel(status)}
        </span>
        {isUnread && <span className="sr-only">{text('inbox.row.unread')}</span>}
        <span className="shrink-0 text-xs text-faint">
          <TimeAgo at={shownTimeOf(conversation)} />
        </span>
      </span>
      <bdi dir="auto" className="line-clamp-2 w-full text-match-parent text-base wrap-anywhere">
        {line === null ? <span className="text-faint">{text('customer.noMessages')}</span> : lastMessageLine(line)}
      </bdi>
      {(since !== null || marks.length > 0) && (
        <span className="mt-0.5 flex h-4.5 flex-wrap items-center gap-x-2 gap-y-1 overflow-hidden text-xs leading-marks">
          {marks.filter(isUrgent).map(drawMark)}
          {since !== null && drawWait(since, { now, answerWithinMs }, false)}
          {marks.filter((mark) => !isUrgent(mark)).map(drawMark)}
        </span>
      )}
    </button>
  )
}

/** The status is shown in words, and the other flags are not read here. */
const NO_FLAGS = { status: 'open', hasDraft: false, snooze: null, back: null } as const
