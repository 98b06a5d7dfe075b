import {
  AlarmClock,
  Archive,
  CircleCheck,
  Inbox,
  Layers,
  MailOpen,
  PencilLine,
  Send,
  Star,
  Timer,
  type LucideIcon,
} from 'lucide-react'
import { Fragment } from 'react'
import { useCounting } from '../acts/use-counting.ts'
import type { Totals } from '../catalogue/catalogue.ts'
import { isStillCounting } from '../catalogue/counting.ts'
import { VIEWS, type ViewName } from '../db/views.ts'
import { CHANNELS, isChannel } from '../shared/model.ts'
import { text } from '../strings/text.ts'
import { showOutbox, showView, useView } from '../view/view.ts'
import { ChannelGlyph, channelLabel } from '../words/channel.tsx'
import { viewLabel } from '../words/view.ts'
import { useLiveWorkspaces, useOutboxFeed } from '../workspace.tsx'
import { outboxTotals } from './outbox-totals.ts'
import { RailEntry } from './rail-entry.tsx'
import { SearchPlaces } from './search-places.tsx'
import { TagPlaces } from './tag-places.tsx'

const ICONS: Readonly<Record<ViewName, LucideIcon>> = {
  inbox: Inbox,
  unread: MailOpen,
  waiting: Timer,
  drafts: PencilLine,
  snoozed: AlarmClock,
  starred: Star,
  resolved: CircleCheck,
  closed: Archive,
  all: Layers,
}

/** The views, and below them saved searches, channels and tags. A channel or tag is the inbox with that filter. */
export function Views({ totals }: { readonly totals: Totals | null }) {
  const current = useView((view) => view.name)
  const channel = useView((view) => view.channel)
  const isOutbox = useView((view) => view.screen === 'outbox')
  // A search is not a view, unless it was saved as one.
  const isElsewhere = useView((view) => view.screen === 'outbox' || view.search !== null)
  const tag = useView((view) => view.tag)
  const counting = useCounting(totals)
  // A filter of the inbox has its own link; in another view the view stays current.
  const isChannelCurrent = current === 'inbox' && channel !== null && tag === null
  const isFiltered = current === 'inbox' && (channel !== null || tag !== null)
  return (
    <nav aria-label={text('rail.views')} className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-2 pt-1 pb-2">
      <ul className="flex flex-col gap-px">
        {VIEWS.map((name) => {
          const Icon = ICONS[name]
          return (
            <Fragment key={name}>
              <RailEntry
                label={viewLabel(name)}
                icon={<Icon size={15} aria-hidden="true" />}
                count={totals?.counts[name] ?? null}
                isCounting={isStillCounting(counting, name)}
                command={`go-${name}`}
                isLoud={name === 'inbox' || name === 'unread' || name === 'waiting'}
                isCurrent={current === name && !isFiltered && !isElsewhere}
                onGo={() => showView(name, null)}
              />
              {name === 'drafts' && <OutboxPlace isCurrent={isOutbox} />}
            </Fragment>
          )
        })}
      </ul>
      <SearchPlaces />
      <section aria-labelledby="channels-title">
        <h2 id="channels-title" className="px-2 pb-1 text-xs font-medium text-faint icons:sr-only">
          {text('rail.channels')}
        </h2>
        <ul className="flex flex-col gap-px">
          {channelsOf(totals).map((name) => (
            <RailEntry
              key={name}
              label={channelLabel(name)}
              icon={<ChannelGlyph channel={name} size={15} />}
              count={totals === null ? null : (totals.channelCounts[name] ?? 0)}
              isCounting={counting === 'all'}
              isLoud={false}
              isCurrent={isChannelCurrent && channel === name && !isElsewhere}
              onGo={() => showView('inbox', name)}
            />
          ))}
        </ul>
      </section>
      {/* The most used tags are known once all conversations are. Before, they would change places. */}
      {counting !== 'all' && (
        <TagPlaces totals={totals} current={current === 'inbox' && channel === null && !isElsewhere ? tag : null} />
      )}
    </nav>
  )
}

/** The outbox link: how many ops wait, and how many need the user's attention. In All inboxes, those of all workspaces. */
function OutboxPlace({ isCurrent }: { readonly isCurrent: boolean }) {
  const isAll = useView((view) => view.acting !== null)
  const totals = outboxTotals(useLiveWorkspaces())
  const counts = useOutboxFeed((feed) => feed.counts())
  const own = counts === null ? null : { waiting: counts.waiting, needsUser: counts.asking + counts.failed }
  const shown = isAll ? totals : own
  return (
    <RailEntry
      label={text('rail.outbox')}
      icon={<Send size={15} aria-hidden="true" />}
      count={shown?.waiting ?? null}
      needsUser={shown?.needsUser ?? 0}
      command="go-outbox"
      isLoud
      isCurrent={isCurrent}
      onGo={showOutbox}
    />
  )
}

/** The six known channels, and every other one that the server has used. */
function channelsOf(totals: Totals | null): readonly string[] {
  const unknown = Object.keys(totals?.channelCounts ?? {}).filter((name) => !isChannel(name))
  return [...CHANNELS, ...unknown.toSorted()]
}
