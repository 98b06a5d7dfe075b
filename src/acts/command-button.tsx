import type { ComponentProps } from 'react'
import { firstPicked } from '../catalogue/picked.ts'
import { findCommand } from '../commands/registry.ts'
import { partsOf } from '../commands/parts/parts.ts'
import { canRun, readContext, runCommand } from '../commands/run.ts'
import { useShortcut } from '../commands/keys/shortcut.ts'
import { Button } from '../ui/button.tsx'
import { useView } from '../view/view.ts'
import { useWorkspace } from '../workspace.tsx'

type CommandButtonProps = Omit<ComponentProps<typeof Button>, 'id' | 'children' | 'shortcut' | 'onClick'> & {
  readonly id: string
  /** The command whose shortcut the button shows. */
  readonly keyId?: string
  /** Instead of the command's title. */
  readonly label?: string | undefined
}

/** Runs a command on the picked conversations. */
export function CommandButton({ id, keyId = id, label, ...rest }: CommandButtonProps) {
  const open = useWorkspace()
  const shortcut = useShortcut(keyId)
  const command = findCommand(id)
  // Whether a command for several can run does not depend on how many there are.
  const isAllowed = useView(({ picked, acting }) => {
    if (command === undefined) return false
    return canRun(command, readContext(open, { parts: partsOf(open, acting, firstPicked(picked, 2)) }))
  })
  if (command === undefined) return null
  return (
    <Button
      {...rest}
      shortcut={shortcut}
      aria-disabled={!isAllowed}
      onClick={() => isAllowed && runCommand(command, readContext(open))}
    >
      {label ?? command.title}
    </Button>
  )
}
