import * as Tabs from 'radix-ui/tabs'
import { Dialog } from '../ui/dialog.tsx'
import { openDialog, openSettings, useView } from '../view.ts'
import { SECTIONS } from './sections.tsx'

/** Settings: the sections on the left, one of them on the right. What is changed holds at once, so there is nothing to save. */
export function SettingsDialog() {
  const wanted = useView((view) => view.settingsSection)
  const current = SECTIONS.find((section) => section.id === wanted) ?? SECTIONS[0]
  return (
    <Dialog open onOpenChange={(open) => !open && openDialog('none')} title="Settings" size="wide">
      <Tabs.Root
        orientation="vertical"
        value={current?.id ?? ''}
        onValueChange={openSettings}
        className="flex min-w-0 flex-1"
      >
        <Tabs.List
          aria-label="Settings"
          className="flex w-44 shrink-0 flex-col gap-px overflow-y-auto border-r border-line p-2"
        >
          {SECTIONS.map(({ id, title }) => (
            <Tabs.Trigger
              key={id}
              value={id}
              className="flex h-7 shrink-0 items-center rounded-sm px-2 text-left text-base text-muted transition-colors hover:bg-hover hover:text-ink data-[state=active]:bg-selected data-[state=active]:font-medium data-[state=active]:text-ink"
            >
              {title}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {SECTIONS.map(({ id, title, Content }) => (
          <Tabs.Content key={id} value={id} className="min-w-0 flex-1 overflow-y-auto px-6 pt-4 pb-8">
            <h3 className="pb-3 text-lg font-semibold">{title}</h3>
            <Content />
          </Tabs.Content>
        ))}
      </Tabs.Root>
    </Dialog>
  )
}
