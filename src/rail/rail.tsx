import { SquarePen } from 'lucide-react'
import type { ReactNode } from 'react'
import { useShortcut } from '../commands/keys/shortcut.ts'
import { text } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { isMac, keyNames } from '../ui/key-names.ts'
import { openDialog, useView } from '../view/view.ts'
import { useCatalogue } from '../workspace.tsx'
import { SyncStatusLine } from './sync-status-line.tsx'
import { Views } from './views.tsx'
import { WorkspacePlaces } from './workspace-places.tsx'
import { WorkspaceSwitcher } from './workspace-switcher.tsx'

/** In a narrow or much enlarged window it shows only icons. Labels stay for assistive technology and as tooltips. `foot`: shown below the views. */
export function Rail({ foot }: { readonly foot: ReactNode }) {
  const totals = useCatalogue((catalogue) => catalogue.totals())
  const isAll = useView((view) => view.acting !== null)
  const shortcut = useShortcut('new-conversation')
  // Beside the label there is room for one key.
  const isShort = shortcut !== undefined && keyNames(shortcut, isMac()).length === 1
  return (
    <div className="flex w-56 shrink-0 flex-col bg-canvas icons:w-13">
      <div className="flex flex-col gap-2 p-2">
        <WorkspaceSwitcher />
        <Button
          icon={<SquarePen size={14} />}
          shortcut={isShort ? shortcut : undefined}
          title={text('rail.newConversation')}
          className="w-full justify-start [&>span:last-child]:ms-auto icons:px-2.5 icons:[&>span]:sr-only"
          onClick={() => openDialog('new-conversation')}
        >
          {text('rail.newConversation')}
        </Button>
      </div>
      <WorkspacePlaces />
      <Views totals={totals} />
      {foot}
      {/* In All inboxes, each workspace above says its own state. */}
      {!isAll && <SyncStatusLine totals={totals} />}
    </div>
  )
}
