import { CircleCheck, LockKeyhole, RotateCcw } from 'lucide-react'
import { findCommand } from '../commands/registry.ts'
import { readContext, runCommand } from '../commands/run.ts'
import { useShortcut } from '../commands/shortcut.ts'
import type { ConversationSummary } from '../db/overlay.ts'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { useView } from '../view.ts'
import { useWorkspace } from '../workspace.tsx'

type CommandId = 'resolve' | 'reopen' | 'close'

/** Resolve, reopen, close: the same commands as their keys, so that the selection moves on in the same way. */
export function StatusActions({ conversation }: { readonly conversation: ConversationSummary }) {
  const open = useWorkspace()
  // The commands act on what is selected. While another thread is being read, that is not yet what is seen here.
  const isSelected = useView((view) => view.selectedId === conversation.id)
  const isDone = conversation.status === 'resolved' || conversation.status === 'closed'
  const keys = { resolve: useShortcut('resolve'), reopen: useShortcut('reopen'), close: useShortcut('close') }
  const run = (id: CommandId) => () => {
    const command = findCommand(id)
    if (isSelected && command !== undefined)
      runCommand(command, readContext(open, { conversation, conversationIds: [conversation.id] }))
  }
  return (
    <div className="flex shrink-0 items-center gap-1">
      {conversation.status !== 'closed' && (
        <IconButton label="Close" shortcut={keys.close} icon={<LockKeyhole size={15} />} onClick={run('close')} />
      )}
      {isDone ? (
        <Button icon={<RotateCcw size={14} />} shortcut={keys.reopen} onClick={run('reopen')}>
          Reopen
        </Button>
      ) : (
        <Button icon={<CircleCheck size={14} />} shortcut={keys.resolve} onClick={run('resolve')}>
          Resolve
        </Button>
      )}
    </div>
  )
}
