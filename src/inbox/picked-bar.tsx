import {
  AlarmClock,
  CircleCheck,
  Download,
  LockKeyhole,
  MailOpen,
  RotateCcw,
  Star,
  Tag,
  X,
  type LucideIcon,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { findCommand } from '../commands/registry.ts'
import { readContext, runCommand } from '../commands/run.ts'
import { useShortcut } from '../commands/keys/shortcut.ts'
import { countPicked } from '../catalogue/picked.ts'
import { text } from '../strings/text.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { useView } from '../view.ts'
import { useWorkspace } from '../workspace.tsx'
import { focusList } from '../commands/keys/dom.ts'

const BAR_COMMANDS: readonly { readonly id: string; readonly icon: LucideIcon }[] = [
  { id: 'resolve', icon: CircleCheck },
  { id: 'close', icon: LockKeyhole },
  { id: 'reopen', icon: RotateCcw },
  { id: 'toggle-seen', icon: MailOpen },
  { id: 'tags', icon: Tag },
  { id: 'snooze', icon: AlarmClock },
  { id: 'star', icon: Star },
  { id: 'export', icon: Download },
]

/** How many conversations are picked, with the commands for them. */
export function PickedBar() {
  const count = useView((view) => countPicked(view.picked))
  return (
    <div className="shrink-0">
      <p role="status" className="sr-only">
        {count > 0 && text('inbox.selected', { count })}
      </p>
      {count > 0 && (
        <div
          role="toolbar"
          aria-label={text('inbox.selectedConversations')}
          className="flex min-h-11 flex-wrap items-center gap-x-1 border-t border-line bg-canvas py-1 pe-2 ps-6"
        >
          <div className="flex flex-1 items-center gap-x-1 whitespace-nowrap">
            <span aria-hidden="true" className="font-medium">
              {text('inbox.selected', { count })}
            </span>
            <CommandButton id="select-none" keyId="back" icon={<X size={15} />} />
          </div>
          {/* In a narrow list these wrap to a second line, together. */}
          <div className="-ms-1 flex items-center gap-x-1">
            {BAR_COMMANDS.map(({ id, icon: Icon }) => (
              <CommandButton key={id} id={id} icon={<Icon size={15} />} />
            ))}
          </div>
        </div>
      )}
    </div>
  )
}

/** `keyId` is the command whose shortcut the button shows. */
function CommandButton({
  id,
  keyId = id,
  icon,
}: {
  readonly id: string
  readonly keyId?: string
  readonly icon: ReactNode
}) {
  const open = useWorkspace()
  const shortcut = useShortcut(keyId)
  const command = findCommand(id)
  if (command === undefined) return null
  const run = (): void => {
    // The bar and its button disappear, so the focus moves to the list.
    focusList()
    runCommand(command, readContext(open))
  }
  return <IconButton label={command.title} size="sm" shortcut={shortcut} icon={icon} onClick={run} />
}
