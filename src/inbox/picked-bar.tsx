import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { findCommand } from '../commands/registry.ts'
import { readContext, runCommand } from '../commands/run.ts'
import { useShortcut } from '../commands/keys/shortcut.ts'
import { PICKED_COMMANDS } from '../acts/picked-commands.ts'
import { classNames } from '../ui/class-names.ts'
import { countPicked } from '../catalogue/picked.ts'
import { text } from '../strings/text.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { useView } from '../view/view.ts'
import { useWorkspace } from '../workspace.tsx'
import { focusList } from '../commands/keys/dom.ts'

/** Announces how many conversations are picked. It is always on the page, because a live region that appears is not announced. */
export function PickedStatus() {
  const count = useView((view) => countPicked(view.picked))
  return (
    // A dialog doesn't hide what has aria-live, so closing it announces nothing again.
    <p role="status" aria-live="polite" className="sr-only">
      {count > 0 && text('inbox.selected', { count })}
    </p>
  )
}

/** How many conversations are picked. It has the commands for them, unless the selection beside the list has. */
export function PickedBar() {
  const count = useView((view) => countPicked(view.picked))
  if (count === 0) return null
  return (
    <div
      role="toolbar"
      aria-label={text('inbox.selectedConversations')}
      className="flex min-h-11 flex-wrap items-center gap-x-1 border-t border-line bg-canvas py-1 pe-2 ps-6 shrink-0"
    >
      <div className="flex flex-1 items-center gap-x-1 whitespace-nowrap">
        <span aria-hidden="true" className="font-medium">
          {text('inbox.selected', { count })}
        </span>
        <CommandButton id="select-none" keyId="back" icon={<X size={15} />} />
      </div>
      {/* In a narrow list these wrap to a second line, together. */}
      <div className={classNames('-ms-1 flex items-center gap-x-1', count > 1 && 'several:hidden')}>
        {PICKED_COMMANDS.map(({ id, Icon }) => (
          <CommandButton key={id} id={id} icon={<Icon size={15} />} />
        ))}
      </div>
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
