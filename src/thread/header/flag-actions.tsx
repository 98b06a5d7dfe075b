import { AlarmClock, Star } from 'lucide-react'
import { findCommand } from '../../commands/registry.ts'
import { readContext, runCommand } from '../../commands/run.ts'
import { useShortcut } from '../../commands/keys/shortcut.ts'
import type { ConversationSummary } from '../../db/overlay.ts'
import { isOpenStatus } from '../../db/views.ts'
import { text } from '../../strings/text.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { useView } from '../../view/view.ts'
import { useCatalogue, useWorkspace } from '../../workspace.tsx'

/** Star and snooze, which exist only on this device. */
export function FlagActions({ conversation }: { readonly conversation: ConversationSummary }) {
  const open = useWorkspace()
  const isStarred = useCatalogue((catalogue) => catalogue.isIn('starred', conversation.id))
  const keys = { star: useShortcut('star'), snooze: useShortcut('snooze') }
  const run = (id: 'star' | 'snooze') => () => {
    const command = findCommand(id)
    const target = { conversation, conversationIds: [conversation.id] }
    const isSelected = useView.getState().selectedId === conversation.id
    if (isSelected && command !== undefined) runCommand(command, readContext(open, target))
  }
  return (
    <>
      <IconButton
        size="sm"
        label={isStarred ? text('thread.header.removeStar') : text('thread.header.star')}
        shortcut={keys.star}
        icon={<Star size={14} className={isStarred ? 'fill-glow text-glow' : undefined} />}
        onClick={run('star')}
      />
      {isOpenStatus(conversation.status) && (
        <IconButton
          size="sm"
          label={text('thread.header.snooze')}
          shortcut={keys.snooze}
          icon={<AlarmClock size={14} />}
          onClick={run('snooze')}
        />
      )}
    </>
  )
}
