import { RotateCcw } from 'lucide-react'
import type { FinishKeys } from '../../commands/command.ts'
import { findCommand } from '../../commands/registry.ts'
import { readContext, runCommand } from '../../commands/run.ts'
import { useCommandSettings } from '../../commands/settings.ts'
import { useShortcut } from '../../commands/keys/shortcut.ts'
import type { ConversationSummary } from '../../db/overlay.ts'
import { text } from '../../strings/text.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { useView } from '../../view/view.ts'
import { FINISH_ICONS } from '../../words/icons/command-icons.ts'
import { useWorkspace } from '../../workspace.tsx'

type CommandId = FinishKeys | 'reopen'

const FINISHES = {
  resolve: { label: text('thread.header.resolve'), status: 'resolved', Icon: FINISH_ICONS.resolve },
  close: { label: text('thread.header.close'), status: 'closed', Icon: FINISH_ICONS.close },
} as const

/** Resolve, reopen and close. They run the same commands as the shortcuts, so the selection moves on in the same way. */
export function StatusActions({ conversation }: { readonly conversation: ConversationSummary }) {
  const open = useWorkspace()
  const finish = useCommandSettings((settings) => settings.finish)
  const isDone = conversation.status === 'resolved' || conversation.status === 'closed'
  const keys = { resolve: useShortcut('resolve'), reopen: useShortcut('reopen'), close: useShortcut('close') }
  const preferred = FINISHES[finish]
  const otherId = finish === 'resolve' ? 'close' : 'resolve'
  const other = FINISHES[otherId]
  const run = (id: CommandId) => () => {
    const command = findCommand(id)
    // Commands act on the selected conversation. While another thread is read, this header still shows the previous one.
    const isSelected = useView.getState().selectedId === conversation.id
    if (isSelected && command !== undefined)
      runCommand(command, readContext(open, { conversation, conversationIds: [conversation.id] }))
  }
  return (
    <div className="flex shrink-0 items-center gap-1 @max-[420px]:ms-auto @max-[420px]:[&_span:has(kbd)]:hidden">
      {conversation.status !== other.status && (
        <IconButton
          label={other.label}
          shortcut={keys[otherId]}
          icon={<other.Icon size={15} />}
          onClick={run(otherId)}
        />
      )}
      {isDone ? (
        <Button icon={<RotateCcw size={14} />} shortcut={keys.reopen} onClick={run('reopen')}>
          {text('thread.header.reopen')}
        </Button>
      ) : (
        <Button icon={<preferred.Icon size={14} />} shortcut={keys[finish]} onClick={run(finish)}>
          {preferred.label}
        </Button>
      )}
    </div>
  )
}
