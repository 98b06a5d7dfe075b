import { CircleHelp, Clock3, MessageSquarePlus, Reply, SlidersHorizontal, TriangleAlert } from 'lucide-react'
import { ActButtons } from '../acts/act-buttons.tsx'
import { offeredActs } from '../acts/allowed-acts.ts'
import type { Acts } from '../acts/use-acts.ts'
import type { Intent } from '../db/op.ts'
import type { OutboxEntry } from '../db/outbox-queries.ts'
import { richText } from '../strings/rich-text.ts'
import { text } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { TimeAgo } from '../ui/time-ago.tsx'
import { useNow } from '../ui/use-now.ts'
import { WorkspaceMark } from '../ui/workspace-mark.tsx'
import { openConversation } from '../view/view.ts'
import { actFor } from '../view/workspace-view.ts'
import { addressOf, isPhone } from '../words/address.ts'
import { ChannelGlyph, channelLabel } from '../words/channel.tsx'
import { FINISH_ICONS } from '../words/icons/command-icons.ts'
import { harmlessLine, harmlessText } from '../words/harmless-text.ts'
import { intentWords } from '../words/intent.ts'
import { opStateWords } from '../words/op-state.ts'
import { usePhoneWords } from '../words/phone-words.ts'
import { isOffline, useIsOffline, useOnLine } from '../words/use-is-offline.ts'
import { hueOf } from '../words/workspace-hue.ts'
import type { LiveWorkspace, OpenWorkspace } from '../workspace.tsx'
import { ENTRY_NAMES, entryName } from './entry-name.ts'
import { News } from './news.tsx'
import { useShownName } from '../words/shown-name.ts'

type EntryCardProps = {
  readonly entry: OutboxEntry
  /** The op's workspace. */
  readonly open: OpenWorkspace
  /** The same, to be named on the card; null while only one workspace is shown. */
  readonly marked: LiveWorkspace | null
  readonly onAct: Acts['act']
}

/** One op: its content, customer, age and state, with the actions that the user has. */
export function EntryCard({ entry, open, marked, onAct }: EntryCardProps) {
  const { op, echo, conversation, place } = entry
  const now = useNow(op.state === 'held' || op.state === 'queued' ? 1_000 : 60_000)
  const [isHereOffline, isOnLine] = [useIsOffline(), useOnLine()]
  const isThereOffline = marked === null ? isHereOffline : isOffline(marked.reachability?.failure ?? null, isOnLine)
  const context = { now, isOffline: isThereOffline, place }
  const { kind } = op.intent
  const stateText = opStateWords(echo, kind, context)
  const needsUser = op.state === 'asking' || op.state === 'failed'
  return (
    <article
      tabIndex={-1}
      aria-label={entryName(entry, stateText, marked?.workspace.name)}
      className="rounded-lg border border-line bg-raised px-4 pt-3 pb-2.5 shadow-low"
    >
      <Headline entry={entry} workspace={marked} />
      {op.intent.kind === 'patch' && <p className="mt-1 text-base wrap-anywhere">{intentWords(op.intent)}</p>}
      {op.intent.kind === 'send' && (
        <p
          dir="auto"
          className="mt-1 line-clamp-4 text-match-parent text-base wrap-anywhere whitespace-pre-wrap select-text [unicode-bidi:plaintext]"
        >
          {harmlessText(op.intent.content)}
        </p>
      )}
      {echo.news.length > 0 && <News news={echo.news} customerName={conversation.name} />}
      <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <StateLine state={op.state} line={stateText} />
        <span className={classNames('flex flex-wrap gap-1', needsUser ? 'basis-full' : '-me-1.5 ms-auto')}>
          <ActButtons
            acts={offeredActs(echo, kind, context)}
            kind={kind}
            onAct={(act) =>
              onAct(act, {
                opId: op.id,
                conversationId: op.conversationId,
                kind,
                mayHaveArrived: echo.mayHaveArrived,
                open,
              })
            }
          />
          <Button
            size="sm"
            variant="ghost"
            className={needsUser ? '-me-1.5 ms-auto' : undefined}
            onClick={() => {
              actFor(open.workspace.id)
              openConversation(op.conversationId)
            }}
          >
            {text('outbox.openConversation')}
          </Button>
        </span>
      </div>
    </article>
  )
}

const ICONS: Readonly<Record<Intent['kind'], typeof Reply>> = {
  create: MessageSquarePlus,
  send: Reply,
  patch: SlidersHorizontal,
  close: FINISH_ICONS.close,
}

type HeadlineProps = { readonly entry: OutboxEntry; readonly workspace: LiveWorkspace | null }

function Headline({ entry: { op, conversation }, workspace }: HeadlineProps) {
  const Icon = ICONS[op.intent.kind]
  const rawAddress = addressOf(conversation)
  const phone = usePhoneWords(rawAddress !== null && isPhone(rawAddress) ? rawAddress : null)
  const address = phone ?? rawAddress
  return (
    <div className="flex items-center gap-2 text-sm text-muted">
      <Icon size={14} aria-hidden="true" className="shrink-0 text-faint" />
      <p className="min-w-0 truncate">
        {richText(headlineId(op.intent.kind), {
          name: <bdi className="font-semibold text-ink">{useShownName(conversation.name)}</bdi>,
        })}
      </p>
      <p className="flex min-w-0 shrink items-center gap-1 text-xs text-faint">
        <ChannelGlyph channel={conversation.channel} size={11} />
        <span className="truncate">
          {channelLabel(conversation.channel)}
          {address !== null && rawAddress !== conversation.name && (
            <>
              {' · '}
              <bdi>{harmlessLine(address)}</bdi>
            </>
          )}
        </span>
      </p>
      {workspace !== null && (
        <p
          title={harmlessLine(workspace.workspace.name)}
          className="ms-auto flex max-w-1/4 shrink-0 items-center gap-1.5 text-xs text-muted"
        >
          <WorkspaceMark name={workspace.workspace.name} hue={hueOf(workspace.colour)} size={14} />
          <bdi className="truncate max-[760px]:sr-only">{harmlessLine(workspace.workspace.name)}</bdi>
        </p>
      )}
      <span className={classNames('shrink-0 text-xs text-faint', workspace === null && 'ms-auto')}>
        <TimeAgo at={op.createdAt} format="long" />
      </span>
    </div>
  )
}

/** A change may be a long text, which is shown below the headline, so that the name is not cut off. */
function headlineId(kind: Intent['kind']) {
  return kind === 'patch' ? 'outbox.entry.changeFor' : ENTRY_NAMES[kind]
}

function StateLine({ state, line }: { readonly state: OutboxEntry['op']['state']; readonly line: string }) {
  const Icon = state === 'failed' ? TriangleAlert : state === 'asking' ? CircleHelp : Clock3
  const needsUser = state === 'failed' || state === 'asking'
  return (
    <p className={classNames('flex min-w-0 items-start gap-1.5 text-sm', needsUser ? 'text-danger' : 'text-muted')}>
      <Icon size={13} aria-hidden="true" className="mt-[1.5px] shrink-0" />
      <span className="min-w-0 wrap-anywhere">{line}</span>
    </p>
  )
}
