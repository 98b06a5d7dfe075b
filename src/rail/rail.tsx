import { SquarePen } from 'lucide-react'
import { useShortcut } from '../commands/shortcut.ts'
import { Button } from '../ui/button.tsx'
import { openDialog } from '../view.ts'
import { useCatalogue } from '../workspace.tsx'
import { TruthLine } from './truth-line.tsx'
import { Views } from './views.tsx'
import { WorkspaceSwitcher, type WorkspaceSwitcherProps } from './workspace-switcher.tsx'

export function Rail(switcher: WorkspaceSwitcherProps) {
  const totals = useCatalogue((catalogue) => catalogue.totals())
  return (
    <div className="flex w-56 shrink-0 flex-col bg-canvas">
      <div className="flex flex-col gap-2 p-2">
        <WorkspaceSwitcher {...switcher} />
        <Button
          icon={<SquarePen size={14} />}
          shortcut={useShortcut('new-conversation')}
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
