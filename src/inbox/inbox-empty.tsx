import type { ReactNode } from 'react'
import { useShortcut } from '../commands/keys/shortcut.ts'
import { text, type TextId } from '../strings/text.ts'
import { richText } from '../strings/rich-text.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { openDialog, showView, useView } from '../view/view.ts'
import { channelLabel } from '../words/channel.tsx'
import { failureSentence } from '../words/failure.ts'
import { useIsOffline } from '../words/use-is-offline.ts'
import { viewLabel } from '../words/view.ts'
import { useWorkspace } from '../workspace.tsx'
import { emptyReason, type EmptyReason } from './empty-reason.ts'
import type { ShownList } from './use-shown-list.ts'
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

const EMPTY_STATES: Readonly<Record<EmptyReason, (list: ShownList) => ReactNode>> = {
  'needs-key': () => (
    <EmptyState
      picture="key"
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
    <EmptyState picture="cloudOff" title={text('inbox.empty.offline.title')}>
      {text('inbox.empty.offline.text')}
    </EmptyState>
  ),
  failure: () => <LoadFailed title={text('inbox.empty.failed.title')} />,
  'part-offline': () => (
    <EmptyState picture="cloudOff" title={text('inbox.empty.offline.title')}>
      {text('inbox.empty.offline.part')}
    </EmptyState>
  ),
  'part-failure': () => <LoadFailed title={text('inbox.empty.failed.part')} />,
  reading: () => (
    <EmptyState picture="download" title={text('inbox.empty.loading.title')}>
      {text('inbox.empty.loading.text')}
    </EmptyState>
  ),
  'empty-account': () => (
    <EmptyState picture="mailbox" title={text('inbox.empty.account.title')} action={<NewConversationButton />}>
      {text('inbox.empty.account.text')}
    </EmptyState>
  ),
  channel: ({ listing }) => (
    <EmptyState
      picture="bubbles"
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
      picture="tag"
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
    <EmptyState picture="sunrise" title={text('inbox.empty.inbox.title')} action={<NewConversationButton />}>
      {text('inbox.empty.inbox.text')}
    </EmptyState>
  ),
  unread: () => (
    <EmptyState picture="openLetter" title={text('inbox.empty.unread.title')} action={<InboxButton />}>
      <TextWithKey id="inbox.empty.unread.text" command="toggle-seen" />
    </EmptyState>
  ),
  waiting: () => (
    <EmptyState picture="bench" title={text('inbox.empty.waiting.title')} action={<InboxButton />}>
      {text('inbox.empty.waiting.text')}
    </EmptyState>
  ),
  drafts: () => (
    <EmptyState picture="page" title={text('inbox.empty.drafts.title')}>
      <TextWithKey id="inbox.empty.drafts.text" command="reply" />
    </EmptyState>
  ),
  snoozed: () => (
    <EmptyState picture="moon" title={text('inbox.empty.snoozed.title')}>
      <TextWithKey id="inbox.empty.snoozed.text" command="snooze" />
    </EmptyState>
  ),
  starred: () => (
    <EmptyState picture="star" title={text('inbox.empty.starred.title')}>
      <TextWithKey id="inbox.empty.starred.text" command="star" />
    </EmptyState>
  ),
  resolved: () => (
    <EmptyState picture="cards" title={text('inbox.empty.resolved.title')}>
      <TextWithKey id="inbox.empty.resolved.text" command="resolve" />
    </EmptyState>
  ),
  closed: () => (
    <EmptyState picture="door" title={text('inbox.empty.closed.title')}>
      <TextWithKey id="inbox.empty.closed.text" command="close" />
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

function LoadFailed({ title }: { readonly title: string }) {
  const failure = useView((view) => view.reachability.failure)
  const { refresh } = useWorkspace()
  if (failure === null) return null
  return (
    <EmptyState
      picture="cloudOff"
      title={title}
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

function InboxButton() {
  return (
    <Button size="sm" shortcut={useShortcut('go-inbox')} onClick={() => showView('inbox', null)}>
      {text('inbox.empty.showInbox')}
    </Button>
  )
}
