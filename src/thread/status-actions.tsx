import { CircleCheck, LockKeyhole, RotateCcw } from 'lucide-react'
import { COMMANDS } from '../commands/commands.ts'
import type { ConversationSummary } from '../db/overlay.ts'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { useView } from '../view.ts'
import { useWorkspace } from '../workspace.tsx'

type CommandId = 'resolve' | 'reopen' | 'close'

/** Resolve, reopen, close: the same commands as their keys, so that the selection moves on in the same way. */
export function StatusActions({ conversation }: { readonly conversation: ConversationSummary }) {
  const { db } = useWorkspace()
  // The commands act on what is selected. While another thread is being read, that is not yet what is seen here.
  const isSelected = useView((view) => view.selectedId === conversation.id)
  const isDone = conversation.status === 'resolved' || conversation.status === 'closed'
  const run = (id: CommandId) => () => isSelected && commandOf(id)?.run({ db })
  return (
    <div className="flex shrink-0 items-center gap-1">
      {conversation.status !== 'closed' && (
        <IconButton label="Close" shortcut={keyOf('close')} icon={<LockKeyhole size={15} />} onClick={run('close')} />
      )}
      {isDone ? (
        <Button icon={<RotateCcw size={14} />} shortcut={keyOf('reopen')} onClick={run('reopen')}>
          Reopen
        </Button>
      ) : (
        <Button icon={<CircleCheck size={14} />} shortcut={keyOf('resolve')} onClick={run('resolve')}>
          Resolve
        </Button>
      )}
    </div>
  )
}

function commandOf(id: CommandId) {
  return COMMANDS.find((command) => command.id === id)
}

/** The last spelling is the shortest one: `#` rather than `Shift+#`. */
function keyOf(id: CommandId): string | undefined {
  return commandOf(id)?.keys.at(-1)
}
