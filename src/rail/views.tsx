import { useLiveQuery } from 'dexie-react-hooks'
import {
  AlarmClock,
  CircleCheck,
  Inbox,
  Layers,
  LockKeyhole,
  MailOpen,
  PencilLine,
  Send,
  Star,
  Timer,
  type LucideIcon,
} from 'lucide-react'
import type { ReactNode } from 'react'
import type { Totals } from '../db/catalogue.ts'
import { readOutboxCounts } from '../db/queries.ts'
import { VIEWS, type ViewName } from '../db/views.ts'
import { CHANNELS, isChannel } from '../shared/model.ts'
import { classNames } from '../ui/class-names.ts'
import { showOutbox, showView, useView } from '../view.ts'
import { ChannelGlyph, channelLabel } from '../words/channel.tsx'
import { viewLabel } from '../words/view.ts'
import { useWorkspace } from '../workspace.tsx'

const ICONS: Readonly<Record<ViewName, LucideIcon>> = {
  inbox: Inbox,
  unread: MailOpen,
  waiting: Timer,
  drafts: PencilLine,
  snoozed: AlarmClock,
  starred: Star,
  resolved: CircleCheck,
  closed: LockKeyhole,
  all: Layers,
}

/** The views, and under them the channels: a channel is the inbox narrowed to it. */
export function Views({ totals }: { readonly totals: Totals | null }) {
  const current = useView((view) => view.name)
  const channel = useView((view) => view.channel)
  const isOutbox = useView((view) => view.screen === 'outbox')
  const isChannelCurrent = current === 'inbox' && channel !== null
  return (
    <nav aria-label="Views" className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-2 pt-1 pb-2">
      <ul className="flex flex-col gap-px">
        {VIEWS.map((name) => {
          const Icon = ICONS[name]
          return (
            <Place
              key={name}
              label={viewLabel(name)}
              icon={<Icon size={15} aria-hidden="true" />}
              count={totals?.counts[name] ?? null}
              isLoud={name === 'inbox' || name === 'unread' || name === 'waiting'}
              isCurrent={current === name && !isChannelCurrent && !isOutbox}
              onGo={() => showView(name, null)}
            />
          )
        })}
        <OutboxPlace isCurrent={isOutbox} />
      </ul>
      <section aria-labelledby="channels-title">
        <h2 id="channels-title" className="px-2 pb-1 text-xs font-medium text-faint">
          Channels
        </h2>
        <ul className="flex flex-col gap-px">
          {channelsOf(totals).map((name) => (
            <Place
              key={name}
              label={channelLabel(name)}
              icon={<ChannelGlyph channel={name} size={15} />}
              count={totals === null ? null : (totals.channelCounts[name] ?? 0)}
              isLoud={false}
              isCurrent={isChannelCurrent && channel === name && !isOutbox}
              onGo={() => showView('inbox', name)}
            />
          ))}
        </ul>
      </section>
    </nav>
  )
}

/** How much waits, and in red how much of it waits for a person. */
function OutboxPlace({ isCurrent }: { readonly isCurrent: boolean }) {
  const { db } = useWorkspace()
  const counts = useLiveQuery(() => readOutboxCounts(db), [db])
  return (
    <Place
      label="Outbox"
      icon={<Send size={15} aria-hidden="true" />}
      count={counts?.waiting ?? null}
      needsPerson={counts === undefined ? 0 : counts.asking + counts.failed}
      isLoud
      isCurrent={isCurrent}
      onGo={showOutbox}
    />
  )
}

/** The six, and every other word that this account's server has used. */
function channelsOf(totals: Totals | null): readonly string[] {
  const others = Object.keys(totals?.channelCounts ?? {}).filter((name) => !isChannel(name))
  return [...CHANNELS, ...others.toSorted()]
}

type PlaceProps = {
  readonly label: string
  readonly icon: ReactNode
  readonly count: number | null
  /** How many of them wait for a person: counted apart, in red. */
  readonly needsPerson?: number
  readonly isLoud: boolean
  readonly isCurrent: boolean
  readonly onGo: () => void
}

function Place({ label, icon, count, needsPerson = 0, isLoud, isCurrent, onGo }: PlaceProps) {
  return (
    <li>
      <button
        type="button"
        aria-current={isCurrent ? 'page' : undefined}
        onClick={onGo}
        className={classNames(
          'flex h-7 w-full items-center gap-2 rounded-sm px-2 text-left text-base transition-colors',
          isCurrent ? 'bg-selected font-medium text-ink' : 'text-muted hover:bg-hover hover:text-ink',
        )}
      >
        <span className={classNames('flex w-4 shrink-0 justify-center', isCurrent && 'text-accent')}>{icon}</span>
        <span className="min-w-0 flex-1 truncate">
          <bdi>{label}</bdi>
          {needsPerson > 0 && (
            <span className="sr-only">
              , {needsPerson === 1 ? '1 needs you' : `${needsPerson.toLocaleString()} need you`}
            </span>
          )}
          {count !== null && count > 0 && <span className="sr-only">, </span>}
        </span>
        {needsPerson > 0 && (
          <span
            aria-hidden="true"
            className="flex h-4 min-w-4 items-center justify-center rounded-full bg-danger-fill px-1 text-xs font-medium text-on-accent"
          >
            {needsPerson.toLocaleString()}
          </span>
        )}
        {count !== null && count > 0 && (
          <span className={classNames('text-xs', isLoud || isCurrent ? 'text-muted' : 'text-faint')}>
            {count.toLocaleString()}
          </span>
        )}
      </button>
    </li>
  )
}
