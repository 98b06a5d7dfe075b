import { useLayoutEffect, useRef } from 'react'
import { focusFront } from '../../commands/panes.ts'
import type { ConversationSummary, ThreadView } from '../../db/overlay.ts'
import { WorkspaceLabel } from '../../acts/workspace-label.tsx'
import { text } from '../../strings/text.ts'
import { useView } from '../../view/view.ts'
import { useWorkspace } from '../../workspace.tsx'
import { Avatar } from '../../ui/avatar.tsx'
import { Chip } from '../../ui/chip.tsx'
import { ChannelGlyph, channelLabel } from '../../words/channel.tsx'
import { statusLabel } from '../../words/status.ts'
import { addressOf, isPhone } from '../../words/address.ts'
import { harmlessLine } from '../../words/harmless-text.ts'
import { BackToList } from './back-to-list.tsx'
import { CustomerButton } from './customer-button.tsx'
import { ExportMenu } from './export-menu.tsx'
import { FlagActions } from './flag-actions.tsx'
import { NameField } from './name-field.tsx'
import { usePhoneWords } from '../../words/phone-words.ts'
import { SnoozeChip } from './snooze-chip.tsx'
import { StatusActions } from './status-actions.tsx'
import { Tags } from './tags.tsx'

const STATUS_TONES: ReadonlyMap<string, 'accent' | 'success'> = new Map([
  ['open', 'accent'],
  ['resolved', 'success'],
])

type ThreadHeaderProps = {
  readonly conversation: ConversationSummary
  readonly snooze: ThreadView['snooze']
  /** Shows a note about an action of the header; null removes it. */
  readonly onNote: (text: string | null) => void
}

/** The customer, channel, address and status of the conversation, with the actions for it. */
export function ThreadHeader({ conversation, snooze, onNote }: ThreadHeaderProps) {
  const { channel, status } = conversation
  const header = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    // A focused button must not receive the next Enter for another conversation.
    const focused = document.activeElement
    if (header.current?.contains(focused) === true) focusFront()
  }, [conversation.id])
  return (
    <header ref={header} className="@container shrink-0 border-b border-line">
      <div className="flex h-12 items-center gap-1 pe-3 ps-4 one:ps-2">
        <BackToList />
        <span className="shrink-0 @max-[340px]:hidden">
          <Avatar name={conversation.name} seed={conversation.customerId ?? conversation.id} size={28} />
        </span>
        <NameField key={conversation.id} conversation={conversation} />
        <p className="me-2 ms-1 flex min-w-4 flex-1 items-center gap-1.5 @max-[340px]:hidden overflow-hidden text-sm whitespace-nowrap text-muted">
          <ChannelGlyph channel={channel} size={14} />
          <span className="min-w-0 truncate @max-[600px]:sr-only">{channelLabel(channel)}</span>
          <Address conversation={conversation} />
        </p>
        <StatusActions conversation={conversation} />
      </div>
      <div className="flex items-start gap-1.5 pe-3 pb-2 ps-4">
        {/* What does not fit wraps here, so that the actions keep their line. */}
        <div className="flex min-h-5 min-w-0 flex-1 flex-wrap items-center gap-1.5 @max-[640px]:[&:not(:has([data-all-tags]))]:flex-nowrap">
          <OwnWorkspace />
          <span className="flex max-w-1/3 shrink-0">
            <Chip tone={STATUS_TONES.get(status) ?? 'neutral'}>{statusLabel(status)}</Chip>
          </span>
          {conversation.subject !== null && (
            <bdi
              title={harmlessLine(conversation.subject)}
              className="me-1 max-w-[50%] min-w-8 shrink-[20] truncate text-sm font-medium @max-[300px]:hidden"
            >
              {harmlessLine(conversation.subject)}
            </bdi>
          )}
          <SnoozeChip conversationId={conversation.id} snooze={snooze} />
          <Tags key={conversation.id} conversationId={conversation.id} tags={conversation.tags} />
        </div>
        {/* The row of the name has space only for the most frequent actions. tag-lines.ts knows the width. */}
        <span className="flex h-5 w-24 shrink-0 items-center justify-end">
          <FlagActions conversation={conversation} />
          <ExportMenu conversationId={conversation.id} onNote={onNote} />
          <CustomerButton />
        </span>
      </div>
    </header>
  )
}

/** In All inboxes, the workspace of the conversation, from which replies are sent. */
function OwnWorkspace() {
  const { workspace } = useWorkspace()
  const isAll = useView((view) => view.acting !== null)
  if (!isAll) return null
  return (
    <span title={workspace.name} className="me-1 flex max-w-[30%] min-w-0 text-sm font-medium">
      <span className="sr-only">{text('thread.header.workspace')}</span>
      <WorkspaceLabel id={workspace.id} name={workspace.name} />
    </span>
  )
}

function Address({ conversation }: { readonly conversation: ConversationSummary }) {
  const address = addressOf(conversation)
  const words = usePhoneWords(address !== null && isPhone(address) ? address : null) ?? address
  // Without a name, the address is shown as the name.
  if (words === null || conversation.name === address) return null
  const shown = harmlessLine(words)
  return (
    <span className="flex min-w-0 shrink-[20] gap-1.5 @max-[440px]:hidden">
      {/* Between the channel and the address, so it is not in the direction of the address. */}
      <span aria-hidden="true" className="@max-[600px]:hidden">
        ·
      </span>
      <bdi dir="ltr" title={shown} className="min-w-0 cursor-text truncate select-text">
        {shown}
      </bdi>
    </span>
  )
}
