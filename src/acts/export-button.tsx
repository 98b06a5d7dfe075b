import { Download } from 'lucide-react'
import { findCommand } from '../commands/registry.ts'
import { canRun, readContext, runCommand, titleOf } from '../commands/run.ts'
import { useShortcut } from '../commands/keys/shortcut.ts'
import { countPicked } from '../catalogue/picked.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { useView } from '../view/view.ts'
import { useWorkspace } from '../workspace.tsx'

/** The export command as a button, with its current title. Hidden when there is nothing to export. */
export function ExportButton() {
  const open = useWorkspace()
  const shortcut = useShortcut('export')
  // The command's title and availability depend on these.
  useView((view) => countPicked(view.picked) > 0)
  useView((view) => view.listed)
  useView((view) => view.exporting?.kind)
  const command = findCommand('export')
  const context = readContext(open)
  if (command === undefined || !canRun(command, context)) return null
  return (
    <IconButton
      size="sm"
      label={titleOf(command, context)}
      shortcut={shortcut}
      icon={<Download size={15} />}
      onClick={() => runCommand(command, readContext(open))}
    />
  )
}
