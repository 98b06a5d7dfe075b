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
      title="API key needed"
      action={
        <Button size="sm" variant="primary" onClick={() => openDialog('new-key')}>
          Enter API key
        </Button>
      }
    >
      Your conversations load once the server accepts the key.
    </EmptyState>
  ),
  offline: () => (
    <EmptyState icon={<WifiOff {...ICON} />} title="You’re offline">
      Nothing is on this device yet. Your conversations load when you’re back online.
    </EmptyState>
  ),
  failure: () => <LoadFailed />,
  reading: () => (
    <EmptyState icon={<BookOpenText {...ICON} />} title="Still loading">
      Nothing in this view yet. Conversations appear here as they load.
    </EmptyState>
  ),
  'empty-account': () => (
    <EmptyState icon={<MessageSquarePlus {...ICON} />} title="No conversations yet" action={<NewConversationButton />}>
      Start a conversation, or wait for a customer to write.
    </EmptyState>
  ),
  channel: ({ listing }) => (
    <EmptyState
      icon={<Layers {...ICON} />}
      title={`No ${channelLabel(listing.channel ?? '')} conversations`}
      action={
        <Button size="sm" onClick={() => showView(listing.name, null)}>
          Show all channels
        </Button>
      }
    >
      {`${viewLabel(listing.name)} has no conversations on this channel.`}
    </EmptyState>
  ),
  tag: ({ listing }) => (
    <EmptyState
      icon={<Tag {...ICON} />}
      title={`Nothing tagged ${tagLabel(listing.tag ?? '')}`}
      action={
        <Button size="sm" onClick={() => showView(listing.name, null)}>
          Show all tags
        </Button>
      }
    >
      {`${viewLabel(listing.name)} has no conversations with this tag.`}
    </EmptyState>
  ),
  inbox: () => (
    <EmptyState picture={<Sunrise />} title="All done">
      You’ve handled them all. New messages appear here.
    </EmptyState>
  ),
  unread: () => (
    <EmptyState icon={<MailOpen {...ICON} />} title="Nothing unread">
      You’ve seen every message on this device.
    </EmptyState>
  ),
  waiting: () => (
    <EmptyState icon={<Timer {...ICON} />} title="No one is waiting">
      You’ve answered every customer. New messages appear here, longest wait first.
    </EmptyState>
  ),
  drafts: () => (
    <EmptyState icon={<PencilLine {...ICON} />} title="No drafts">
      Replies you start are kept here until you send them.
    </EmptyState>
  ),
  snoozed: () => (
    <EmptyState icon={<AlarmClock {...ICON} />} title="Nothing snoozed">
      Snooze a conversation
      <WithKey id="snooze" /> to hide it from the inbox until the time you choose, or until the customer writes.
    </EmptyState>
  ),
  starred: () => (
    <EmptyState icon={<Star {...ICON} />} title="Nothing starred">
      Star a conversation
      <WithKey id="star" /> to find it here.
    </EmptyState>
  ),
  resolved: () => (
    <EmptyState icon={<CircleCheck {...ICON} />} title="Nothing resolved">
      Resolve a conversation
      <WithKey id="resolve" /> to move it here. A new message from the customer can reopen it.
    </EmptyState>
  ),
  closed: () => (
    <EmptyState icon={<LockKeyhole {...ICON} />} title="Nothing closed">
      Closed conversations are kept here.
    </EmptyState>
  ),
}

/** " with E": the shortcut as the user has configured it. */
function WithKey({ id }: { readonly id: string }) {
  const key = useShortcut(id)
  return (
    key !== undefined && (
      <>
        {' '}
        with <Kbd keys={key} isHeard />
      </>
    )
  )
}

function LoadFailed() {
  const failure = useView((view) => view.reachability.failure)
  const { refresh } = useWorkspace()
  if (failure === null) return null
  const Icon = failure.kind === 'interrupted' ? CloudOff : ServerCrash
  return (
    <EmptyState
      icon={<Icon {...ICON} />}
      title="Couldn’t load conversations"
      action={
        <Button size="sm" onClick={refresh}>
          Try now
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
      New conversation
    </Button>
  )
}
