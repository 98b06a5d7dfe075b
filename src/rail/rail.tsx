import { SquarePen } from 'lucide-react'
import { useShortcut } from '../commands/shortcut.ts'
import { Button } from '../ui/button.tsx'
import { isMac, keyNames } from '../ui/key-names.ts'
import { openDialog } from '../view.ts'
import { useCatalogue } from '../workspace.tsx'
import { TruthLine } from './truth-line.tsx'
import { Views } from './views.tsx'
import { WorkspaceSwitcher } from './workspace-switcher.tsx'

export function Rail() {
  const totals = useCatalogue((catalogue) => catalogue.totals())
  const shortcut = useShortcut('new-conversation')
  // Beside these words there is room for one cap.
  const isShort = shortcut !== undefined && keyNames(shortcut, isMac()).length === 1
  return (
    <div className="flex w-56 shrink-0 flex-col bg-canvas">
      <div className="flex flex-col gap-2 p-2">
        <WorkspaceSwitcher />
        <Button
          icon={<SquarePen size={14} />}
          shortcut={isShort ? shortcut : undefined}
          className="w-full justify-start [&>span:last-child]:ml-auto"
          onClick={() => openDialog('new-conversation')}
        >
          New conversation
        </Button>
      </div>
      <Views totals={totals} />
      <TruthLine totals={totals} />
    </div>
  )
}
