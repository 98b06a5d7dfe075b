import { Search } from 'lucide-react'
import * as Tabs from 'radix-ui/tabs'
import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { text } from '../strings/text.ts'
import { Dialog } from '../ui/dialog.tsx'
import { openDialog, openSettings, useView } from '../view/view.ts'
import { findSections } from './find-sections.ts'
import { ManagedNotice } from './managed-notice.tsx'
import { SECTIONS } from './sections.tsx'

/** Settings: the list of sections on the left, the open section on the right. Changes apply at once. */
export function SettingsDialog() {
  const sectionId = useView((view) => view.settingsSection)
  const current = SECTIONS.find((section) => section.id === sectionId) ?? SECTIONS[0]
  return (
    <Dialog open onOpenChange={(open) => !open && openDialog('none')} title={text('settings.title')} size="wide">
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <ManagedNotice />
        <Tabs.Root
          orientation="vertical"
          value={current?.id ?? ''}
          onValueChange={openSettings}
          className="flex min-h-0 min-w-0 flex-1"
        >
          <SectionList currentId={current?.id ?? ''} />
          {SECTIONS.map(({ id, title, Content }) => (
            <Tabs.Content
              key={id}
              value={id}
              className="min-w-0 flex-1 overflow-y-auto px-6 pt-4 pb-8 max-[760px]:px-4"
            >
              <h3 className="pb-3 text-lg font-semibold">{title}</h3>
              <Content />
            </Tabs.Content>
          ))}
        </Tabs.Root>
      </div>
    </Dialog>
  )
}

/** After a click on the tab that has the focus, the library leaves the next Tab on the list itself, which has no ring. */
function focusTab({ target, currentTarget }: FocusEvent<HTMLElement>): void {
  if (target !== currentTarget) return
  const tab = currentTarget.querySelector<HTMLElement>('[role=tab][data-state=active]')
  ;(tab ?? currentTarget.querySelector<HTMLElement>('[role=tab]'))?.focus()
}

/** The list of sections with a search field. The first match opens at once. */
function SectionList({ currentId }: { readonly currentId: string }) {
  const [query, setQuery] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const found = findSections(SECTIONS, query)
  useEffect(() => {
    // A low window has no room for all sections, and a command may open any of them.
    list.current?.querySelector('[role=tab][data-state=active]')?.scrollIntoView({ block: 'nearest' })
  }, [currentId])
  const search = (typed: string): void => {
    setQuery(typed)
    const [first, ...others] = findSections(SECTIONS, typed)
    if (first !== undefined && ![first, ...others].some(({ id }) => id === currentId)) openSettings(first.id)
  }
  /** Moves the focus from the field into the list. */
  const onKeyDown = (event: KeyboardEvent): void => {
    if ((event.key !== 'ArrowDown' && event.key !== 'Enter') || event.nativeEvent.isComposing) return
    event.preventDefault()
    list.current?.querySelector<HTMLElement>('[role=tab][data-state=active]')?.focus()
  }
  return (
    <div className="flex w-52 shrink-0 flex-col border-e border-line max-[760px]:w-44 max-[640px]:w-36">
      <label className="flex h-10 shrink-0 items-center gap-2 border-b border-line px-3 has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-focus">
        <Search size={14} aria-hidden="true" className="shrink-0 text-faint" />
        <input
          type="search"
          aria-label={text('settings.search')}
          placeholder={text('settings.searchPlaceholder')}
          value={query}
          onChange={(event) => search(event.target.value)}
          onKeyDown={onKeyDown}
          className="h-8 min-w-0 flex-1 bg-transparent text-base text-ink outline-none placeholder:text-faint"
        />
      </label>
      <Tabs.List
        ref={list}
        onFocus={focusTab}
        aria-label={text('settings.title')}
        className="flex min-h-0 flex-col gap-px overflow-y-auto p-2"
      >
        {found.map(({ id, title }) => (
          <Tabs.Trigger
            key={id}
            value={id}
            className="flex min-h-7 shrink-0 items-center rounded-sm px-2 py-1 leading-tight text-start text-base text-muted transition-colors hover:bg-hover hover:text-ink data-[state=active]:bg-selected data-[state=active]:font-medium data-[state=active]:text-ink"
          >
            {title}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <p role="status" className="px-4 text-sm text-muted">
        {found.length === 0 && text('settings.noMatches')}
      </p>
    </div>
  )
}
