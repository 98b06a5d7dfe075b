import {
  AlarmClock,
  BookOpenText,
  CircleCheck,
  CloudOff,
  KeyRound,
  Layers,
  LockKeyhole,
  MailOpen,
  MessageSquarePlus,
  PencilLine,
  ServerCrash,
  Star,
  Tag,
  Timer,
  WifiOff,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useShortcut } from '../commands/keys/shortcut.ts'
import { text, type TextId } from '../strings/text.ts'
import { richText } from '../strings/rich-text.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { openDialog, showView, useView } from '../view.ts'
import { channelLabel } from '../words/channel.tsx'
import { failureSentence } from '../words/failure.ts'
import { useIsOffline } from '../words/use-is-offline.ts'
import { viewLabel } from '../words/view.ts'
import { useWorkspace } from '../workspace.tsx'
import { emptyReason, type EmptyReason } from './empty-reason.ts'
import type { ShownList } from './use-shown-list.ts'
import { Sunrise } from './sunrise.tsx'
import { tagLabel } from '../words/tag-words.ts'

/** Explains why the list is empty and what the user can do. */
export function InboxEmpty({ list }: { readonly list: ShownList }) {
  const reachability = useView((view) => view.reachability)
  const { workspace } = useWorkspace()
  const reason = emptyReason(
    { ...list.listing, ...list.totals },
    { reachability, isOffline: useIsOffline(), key: workspace.key },
  )
  return EMPTY_STATES[reason](list)
}

const ICON = { size: 22, strokeWidth: 1.5 }

const EMPTY_STATES: Readonly<Record<EmptyReason, (list: ShownList) => ReactNode>> = {
  'needs-key': () => (
    <EmptyState
      icon={<KeyRound {...ICON} />}
      title={text('inbox.empty.key.title')}
      action={
        <Button size="sm" variant="primary" onClick={() => openDialog('new-key')}>
          {text('inbox.empty.key.enter')}
        </Button>
      }
    >
      {text('inbox.empty.key.text')}
    </EmptyState>
  ),
  offline: () => (
    <EmptyState icon={<WifiOff {...ICON} />} title={text('inbox.empty.offline.title')}>
      {text('inbox.empty.offline.text')}
    </EmptyState>
  ),
  failure: () => <LoadFailed />,
  reading: () => (
    <EmptyState icon={<BookOpenText {...ICON} />} title={text('inbox.empty.loading.title')}>
      {text('inbox.empty.loading.text')}
    </EmptyState>
  ),
  'empty-account': () => (
    <EmptyState
      icon={<MessageSquarePlus {...ICON} />}
      title={text('inbox.empty.account.title')}
      action={<NewConversationButton />}
    >
      {text('inbox.empty.account.text')}
    </EmptyState>
  ),
  channel: ({ listing }) => (
    <EmptyState
      icon={<Layers {...ICON} />}
      title={text('inbox.empty.channel.title', { channel: channelLabel(listing.channel ?? '') })}
      action={
        <Button size="sm" onClick={() => showView(listing.name, null)}>
          {text('inbox.empty.channel.showAll')}
        </Button>
      }
    >
      {text('inbox.empty.channel.text', { view: viewLabel(listing.name) })}
    </EmptyState>
  ),
  tag: ({ listing }) => (
    <EmptyState
      icon={<Tag {...ICON} />}
      title={text('inbox.empty.tag.title', { tag: tagLabel(listing.tag ?? '') })}
      action={
        <Button size="sm" onClick={() => showView(listing.name, null)}>
          {text('inbox.empty.tag.showAll')}
        </Button>
      }
    >
      {text('inbox.empty.tag.text', { view: viewLabel(listing.name) })}
    </EmptyState>
  ),
  inbox: () => (
    <EmptyState picture={<Sunrise />} title={text('inbox.empty.inbox.title')}>
      {text('inbox.empty.inbox.text')}
    </EmptyState>
  ),
  unread: () => (
    <EmptyState icon={<MailOpen {...ICON} />} title={text('inbox.empty.unread.title')}>
      {text('inbox.empty.unread.text')}
    </EmptyState>
  ),
  waiting: () => (
    <EmptyState icon={<Timer {...ICON} />} title={text('inbox.empty.waiting.title')}>
      {text('inbox.empty.waiting.text')}
    </EmptyState>
  ),
  drafts: () => (
    <EmptyState icon={<PencilLine {...ICON} />} title={text('inbox.empty.drafts.title')}>
      {text('inbox.empty.drafts.text')}
    </EmptyState>
  ),
  snoozed: () => (
    <EmptyState icon={<AlarmClock {...ICON} />} title={text('inbox.empty.snoozed.title')}>
      <TextWithKey id="inbox.empty.snoozed.text" command="snooze" />
    </EmptyState>
  ),
  starred: () => (
    <EmptyState icon={<Star {...ICON} />} title={text('inbox.empty.starred.title')}>
      <TextWithKey id="inbox.empty.starred.text" command="star" />
    </EmptyState>
  ),
  resolved: () => (
    <EmptyState icon={<CircleCheck {...ICON} />} title={text('inbox.empty.resolved.title')}>
      <TextWithKey id="inbox.empty.resolved.text" command="resolve" />
    </EmptyState>
  ),
  closed: () => (
    <EmptyState icon={<LockKeyhole {...ICON} />} title={text('inbox.empty.closed.title')}>
      {text('inbox.empty.closed.text')}
    </EmptyState>
  ),
}

/** A text that names the shortcut of a command, if the command has one. */
function TextWithKey({ id, command }: { readonly id: TextId; readonly command: string }) {
  const key = useShortcut(command)
  return richText(id, {
    hasKey: String(key !== undefined),
    key: key === undefined ? null : <Kbd keys={key} isHeard />,
  })
}

function LoadFailed() {
  const failure = useView((view) => view.reachability.failure)
  const { refresh } = useWorkspace()
  if (failure === null) return null
  const Icon = failure.kind === 'interrupted' ? CloudOff : ServerCrash
  return (
    <EmptyState
      icon={<Icon {...ICON} />}
      title={text('inbox.empty.failed.title')}
      action={
        <Button size="sm" onClick={refresh}>
          {text('inbox.empty.failed.retry')}
        </Button>
      }
    >
      <p>{failureSentence(failure)}</p>
    </EmptyState>
  )
}

function NewConversationButton() {
  return (
    <Button size="sm" shortcut={useShortcut('new-conversation')} onClick={() => openDialog('new-conversation')}>
      {text('inbox.empty.account.start')}
    </Button>
  )
}
