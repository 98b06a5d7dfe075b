import { CircleCheck, LockKeyhole, RotateCcw } from 'lucide-react'
import type { FinishKeys } from '../../commands/command.ts'
import { findCommand } from '../../commands/registry.ts'
import { readContext, runCommand } from '../../commands/run.ts'
import { useCommandSettings } from '../../commands/settings.ts'
import { useShortcut } from '../../commands/keys/shortcut.ts'
import type { ConversationSummary } from '../../db/overlay.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { useView } from '../../view.ts'
import { useWorkspace } from '../../workspace.tsx'

type CommandId = FinishKeys | 'reopen'

const ENDS = {
  resolve: { label: 'Resolve', status: 'resolved', Icon: CircleCheck },
  close: { label: 'Close', status: 'closed', Icon: LockKeyhole },
} as const

/** Resolve, reopen, close: the same commands as their keys, so that the selection moves on in the same way. */
export function StatusActions({ conversation }: { readonly conversation: ConversationSummary }) {
  const open = useWorkspace()
  const finish = useCommandSettings((settings) => settings.finish)
  // The commands act on what is selected. While another thread is being read, that is not yet what is seen here.
  const isSelected = useView((view) => view.selectedId === conversation.id)
  const isDone = conversation.status === 'resolved' || conversation.status === 'closed'
  const keys = { resolve: useShortcut('resolve'), reopen: useShortcut('reopen'), close: useShortcut('close') }
  const usual = ENDS[finish]
  const otherId = finish === 'resolve' ? 'close' : 'resolve'
  const other = ENDS[otherId]
  const run = (id: CommandId) => () => {
    const command = findCommand(id)
    if (isSelected && command !== undefined)
      runCommand(command, readContext(open, { conversation, conversationIds: [conversation.id] }))
  }
  return (
    <div className="flex shrink-0 items-center gap-1 max-[600px]:ml-auto max-[600px]:[&_span:has(kbd)]:hidden">
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
          Reopen
        </Button>
      ) : (
        <Button icon={<usual.Icon size={14} />} shortcut={keys[finish]} onClick={run(finish)}>
          {usual.label}
        </Button>
      )}
    </div>
  )
}
