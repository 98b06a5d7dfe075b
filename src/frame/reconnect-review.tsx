import { useLiveQuery } from 'dexie-react-hooks'
import { CircleHelp, MessageSquareDot, SendHorizontal } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { dismissAway } from '../db/away.ts'
import { readReview, type Review, type ReviewedConversation } from '../db/review.ts'
import { text } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { openConversation, showView } from '../view/view.ts'
import { ChannelGlyph, channelLabel } from '../words/channel.tsx'
import { intentWords } from '../words/intent.ts'
import { opStateWords } from '../words/op-state.ts'
import { awayText, sentText } from '../words/review.ts'
import { useWorkspace } from '../workspace.tsx'
import { shownName } from '../words/shown-name.ts'

/** The outbox and the Unread view show the rest. */
const MAX_HELD = 3
const MAX_NEW = 6

/** Shown after a long time offline: what was sent, what was held back and why, and what is new. Stays until it is dismissed. */
export function ReconnectReview() {
  const { db } = useWorkspace()
  const review: Review | null = useLiveQuery(() => readReview(db), [db]) ?? null
  const titleId = useId()
  if (review === null) return null
  const sent = sentText(review)
  return (
    <section
      aria-labelledby={titleId}
      className="max-h-[40vh] shrink-0 overflow-y-auto border-b border-line bg-raised px-4 py-3 shadow-low"
    >
      <div className="flex items-center gap-3">
        <div role="status" className="flex-1">
          <h2 id={titleId} className="text-base font-semibold">
            {awayText(review)}
          </h2>
        </div>
        <Button size="sm" onClick={() => void dismissAway(db)}>
          {text('frame.gotIt')}
        </Button>
      </div>
      <dl className="mt-1.5 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-base">
        {review.held.length > 0 && (
          <Part icon={<CircleHelp size={13} />} name={text('frame.review.held')} isLoud>
            <Held held={review.held} />
          </Part>
        )}
        {review.news.length > 0 && (
          <Part icon={<MessageSquareDot size={13} />} name={text('frame.review.new')}>
            <News news={review.news} />
          </Part>
        )}
        {sent !== null && (
          <Part icon={<SendHorizontal size={13} className="rtl:-scale-x-100" />} name={text('frame.review.sent')}>
            {sent}
          </Part>
        )}
      </dl>
    </section>
  )
}

type PartProps = {
  readonly icon: ReactNode
  readonly name: string
  readonly isLoud?: boolean
  readonly children: ReactNode
}

function Part({ icon, name, isLoud = false, children }: PartProps) {
  return (
    <>
      <dt className={classNames('flex h-6 items-center gap-1.5', isLoud ? 'text-danger' : 'text-muted')}>
        <span aria-hidden="true">{icon}</span>
        {name}
      </dt>
      <dd className="min-w-0 leading-6 text-ink">{children}</dd>
    </>
  )
}

function Held({ held }: { readonly held: Review['held'] }) {
  const context = { now: 0, isOffline: false, place: 'first' } as const
  const hidden = held.length - MAX_HELD
  return (
    <ul className="flex flex-col gap-0.5">
      {held.slice(0, MAX_HELD).map(({ echo, intent, ...conversation }) => (
        <li key={echo.opId} className="flex min-w-0 items-baseline gap-2">
          <Name conversation={conversation} />
          <Why words={`${intentWords(intent)} · ${opStateWords(echo, intent.kind, context)}`} />
        </li>
      ))}
      {hidden > 0 && <li className="text-muted">{text('frame.review.moreHeld', { count: hidden })}</li>}
    </ul>
  )
}

function Why({ words }: { readonly words: string }) {
  return (
    <span title={words} className="min-w-0 truncate text-muted">
      {words}
    </span>
  )
}

function News({ news }: { readonly news: readonly ReviewedConversation[] }) {
  const hidden = news.length - MAX_NEW
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-0.5">
      {news.slice(0, MAX_NEW).map((conversation) => (
        <li key={conversation.conversationId}>
          <Name conversation={conversation} />
        </li>
      ))}
      {hidden > 0 && (
        <li>
          <Link onGo={() => showView('unread', null)}>{text('frame.review.moreNew', { count: hidden })}</Link>
        </li>
      )}
    </ul>
  )
}

function Name({ conversation: { conversationId, name, channel } }: { readonly conversation: ReviewedConversation }) {
  const shown = shownName(name)
  const label = text('frame.review.conversation', { name: shown, channel: channelLabel(channel) })
  return (
    <Link label={label} onGo={() => openConversation(conversationId)}>
      <span className="flex min-w-0 items-center gap-1.5">
        <ChannelGlyph channel={channel} size={12} />
        <bdi className="min-w-0 truncate">{shown}</bdi>
      </span>
    </Link>
  )
}

type LinkProps = {
  /** Its accessible name, when that is more than its text. */
  readonly label?: string
  readonly onGo: () => void
  readonly children: ReactNode
}

function Link({ label, onGo, children }: LinkProps) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onGo}
      className="max-w-60 shrink-0 truncate rounded-sm py-1 leading-4 font-medium text-accent hover:underline"
    >
      {children}
    </button>
  )
}
