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

/** What the list says when it holds nothing: which of the many reasons it is, and what can be done. */
export function InboxEmpty({ list }: { readonly list: ShownList }) {
  const reachability = useView((view) => view.reachability)
  const { workspace } = useWorkspace()
  const reason = emptyReason(
    { ...list.listing, ...list.totals },
    { reachability, isOffline: useIsOffline(), key: workspace.key },
  )
  return DRAWN[reason](list)
}

const ICON = { size: 22, strokeWidth: 1.5 }

const DRAWN: Readonly<Record<EmptyReason, (list: ShownList) => ReactNode>> = {
  'needs-key': () => (
    <EmptyState
      icon={<KeyRound {...ICON} />}
      title="An API key is needed"
      action={
        <Button size="sm" variant="primary" onClick={() => openDialog('new-key')}>
          Enter a key
        </Button>
      }
    >
      As soon as the server accepts it, your conversations are read.
    </EmptyState>
  ),
  offline: () => (
    <EmptyState icon={<WifiOff {...ICON} />} title="Nothing here yet, and offline">
      This device has not read the account so far. It will, by itself, as soon as there is a connection.
    </EmptyState>
  ),
  failure: () => <FirstReadFailed />,
  reading: () => (
    <EmptyState icon={<BookOpenText {...ICON} />} title="Still reading">
      Nothing in this view so far. What belongs here shows up as your conversations are read.
    </EmptyState>
  ),
  'empty-account': () => (
    <EmptyState icon={<MessageSquarePlus {...ICON} />} title="No conversations yet" action={<BeginButton />}>
      This account is empty. Write to a customer first, or wait: whoever writes to you shows up here.
    </EmptyState>
  ),
  channel: ({ listing }) => (
    <EmptyState
      icon={<Layers {...ICON} />}
      title={`No conversations over ${channelLabel(listing.channel ?? '')}`}
      action={
        <Button size="sm" onClick={() => showView(listing.name, null)}>
          Show all channels
        </Button>
      }
    >
      {`Nothing in ${viewLabel(listing.name)} came over this channel.`}
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
      {`No conversation in ${viewLabel(listing.name)} has this tag.`}
    </EmptyState>
  ),
  inbox: () => (
    <EmptyState picture={<Sunrise />} title="All done">
      Every open conversation is dealt with. New messages show up here by themselves.
    </EmptyState>
  ),
  unread: () => (
    <EmptyState icon={<MailOpen {...ICON} />} title="Nothing unread">
      You have seen every message on this device.
    </EmptyState>
  ),
  waiting: () => (
    <EmptyState icon={<Timer {...ICON} />} title="Nobody is waiting">
      Every customer has had the last word answered. Whoever writes next shows up here, the longest wait first.
    </EmptyState>
  ),
  drafts: () => (
    <EmptyState icon={<PencilLine {...ICON} />} title="No drafts">
      What you begin to write is kept here until you send it.
    </EmptyState>
  ),
  snoozed: () => (
    <EmptyState icon={<AlarmClock {...ICON} />} title="Nothing snoozed">
      Put a conversation off
      <ByKey id="snooze" /> and it leaves the inbox, on this device, until the moment you said or until the customer
      writes.
    </EmptyState>
  ),
  starred: () => (
    <EmptyState icon={<Star {...ICON} />} title="Nothing starred">
      Put a star on a conversation
      <ByKey id="star" /> to find it here, on this device.
    </EmptyState>
  ),
  resolved: () => (
    <EmptyState icon={<CircleCheck {...ICON} />} title="Nothing resolved">
      Resolve a conversation
      <ByKey id="resolve" /> and it comes here; a new message from the customer can bring it back.
    </EmptyState>
  ),
  closed: () => (
    <EmptyState icon={<LockKeyhole {...ICON} />} title="Nothing closed">
      Closed conversations are kept here for reading.
    </EmptyState>
  ),
}

/** " with E", by the key as this person has it. */
function ByKey({ id }: { readonly id: string }) {
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

function FirstReadFailed() {
  const failure = useView((view) => view.reachability.failure)
  const { refresh } = useWorkspace()
  if (failure === null) return null
  const Icon = failure.kind === 'interrupted' ? CloudOff : ServerCrash
  return (
    <EmptyState
      icon={<Icon {...ICON} />}
      title="Your conversations could not be read"
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

function BeginButton() {
  return (
    <Button size="sm" shortcut={useShortcut('new-conversation')} onClick={() => openDialog('new-conversation')}>
      New conversation
    </Button>
  )
}
