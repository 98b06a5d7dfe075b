import { Download } from 'lucide-react'
import { findCommand } from '../commands/registry.ts'
import { canRun, readContext, runCommand, titleOf } from '../commands/run.ts'
import { useShortcut } from '../commands/keys/shortcut.ts'
import { countPicked } from '../catalogue/picked.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { useView } from '../view.ts'
import { useWorkspace } from '../workspace.tsx'

/** Over a list: the same command as everywhere, under the name that it has at this moment. Not there where there is nothing to export. */
export function ExportButton() {
  const open = useWorkspace()
  const shortcut = useShortcut('export')
  // What the command is called, and whether it can be run, hangs on these.
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
