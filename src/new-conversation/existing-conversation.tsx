import type { ConversationSummary } from '../db/overlay.ts'
import { richText } from '../strings/rich-text.ts'
import { text } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { channelLabel } from '../words/channel.tsx'
import { shownName } from '../words/shown-name.ts'

type ExistingConversationProps = { readonly conversation: ConversationSummary; readonly onOpen: () => void }

/** Suggests the open conversation. The user may still start another one, or use another channel. */
export function ExistingConversation({ conversation, onOpen }: ExistingConversationProps) {
  return (
    <div role="status" className="flex items-center gap-3 rounded-sm bg-accent-soft px-3 py-2 text-base">
      <p className="min-w-0 flex-1 wrap-anywhere">
        {richText('newConversation.existing', {
          channel: channelLabel(conversation.channel),
          name: <bdi className="font-medium">{shownName(conversation.name)}</bdi>,
        })}
      </p>
      <Button size="sm" onClick={onOpen}>
        {text('newConversation.openExisting')}
      </Button>
    </div>
  )
}
