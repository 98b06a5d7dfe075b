import { Boxes, ChevronsUpDown, LogOut, Plus, Settings2 } from 'lucide-react'
import { useState } from 'react'
import { SignOutDialog } from '../acts/sign-out-dialog.tsx'
import { useShortcut } from '../commands/keys/shortcut.ts'
import { richText } from '../strings/rich-text.ts'
import { text } from '../strings/text.ts'
import { WorkspaceMark } from '../ui/workspace-mark.tsx'
import { Menu, type MenuItem } from '../ui/menu.tsx'
import { openSettings, useView } from '../view/view.ts'
import { hueOf } from '../words/workspace-hue.ts'
import { useWorkspace, useWorkspaceColour, useWorkspaces } from '../workspace.tsx'

export function WorkspaceSwitcher() {
  const { workspace } = useWorkspace()
  const { known, choose, add } = useWorkspaces()
  const colour = useWorkspaceColour(workspace.id)
  const isAll = useView((view) => view.acting !== null)
  const settingsKey = useShortcut('settings')
  const [isSigningOut, setSigningOut] = useState(false)
  const name = isAll ? text('words.allInboxes') : workspace.name
  const items: readonly MenuItem[] = [
    ...known.map(({ id, name }) => ({
      id,
      label: name,
      isChecked: !isAll && id === workspace.id,
      onSelect: () => choose(id),
    })),
    { label: text('rail.addWorkspace'), icon: <Plus size={14} />, onSelect: add, startsGroup: true },
    {
      label: text('rail.settings'),
      icon: <Settings2 size={14} />,
      shortcut: settingsKey,
      onSelect: () => openSettings(),
    },
    // In All inboxes, it would not be clear of which workspace. Settings has it for each.
    ...(isAll
      ? []
      : [
          {
            label: text('rail.signOut'),
            icon: <LogOut size={14} className="rtl:-scale-x-100" />,
            isDanger: true,
            onSelect: () => setSigningOut(true),
          },
        ]),
  ]
  return (
    <>
      <Menu
        items={items}
        trigger={
          <button
            type="button"
            className="flex h-10 w-full min-w-0 items-center gap-2 rounded-sm px-1.5 text-start transition-colors hover:bg-hover data-[state=open]:bg-hover"
          >
            {isAll ? (
              <span className="flex size-6 items-center justify-center text-muted">
                <Boxes size={18} aria-hidden="true" />
              </span>
            ) : (
              <WorkspaceMark name={workspace.name} hue={hueOf(colour)} size={24} />
            )}
            <span className="flex min-w-0 flex-1 flex-col icons:sr-only">
              <span className="truncate font-semibold" title={name}>
                {richText('rail.workspace', {
                  name,
                  label: (label) => <span className="sr-only">{label}</span>,
                })}
              </span>
              {!isAll && workspace.isTest && workspace.kind === 'api' && (
                <span className="-mt-0.5 text-xs text-warning">{text('rail.testKey')}</span>
              )}
            </span>
            <ChevronsUpDown size={13} aria-hidden="true" className="shrink-0 text-faint icons:hidden" />
          </button>
        }
      />
      {isSigningOut && <SignOutDialog workspace={workspace} onClose={() => setSigningOut(false)} />}
    </>
  )
}
