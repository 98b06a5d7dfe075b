import { Command as Cmdk } from 'cmdk'
import { Search } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Command, CommandContext } from '../commands/command.ts'
import { readRecent } from '../commands/recent.ts'
import { text } from '../strings/text.ts'
import { useIsOpened } from '../ui/use-is-opened.ts'
import { useView } from '../view/view.ts'
import type { Entry } from './entry.ts'
import { foundEntries } from './found-entries.tsx'
import type { FoundConversation } from './found.ts'
import { sectionTitle, useOpeningSections } from './opening-sections.tsx'
import { rankEntries } from './ranking.ts'
import { Section } from './section.tsx'
import { nextShown, type Shown } from './steady.ts'
import {
  type KnownEntries,
  openFound,
  SEARCH_ENTRY_ID,
  searchEntry,
  startWith,
  useKnownEntries,
} from './use-entries.tsx'
import { type Found, useFound } from './use-found.ts'
import { useRecentlyOpened } from './use-recent.ts'

/** UTF-16 units. */
const MAX_TYPED = 200

type FinderProps = {
  readonly context: CommandContext
  readonly runCommand: (command: Command) => void
  readonly onChoose: (entry: Entry) => void
}

/** The field and the list. */
export function Finder({ context, runCommand, onChoose }: FinderProps) {
  const [typed, setTyped] = useState('')
  const [moved, setMoved] = useState<{ readonly typed: string; readonly id: string } | null>(null)
  const [recentIds] = useState(() => readRecent(localStorage))
  const isInAll = useView((view) => view.acting !== null)
  const known = useKnownEntries(context, recentIds, runCommand)
  const found = useFound(typed)
  const isTyped = typed.trim() !== ''
  const recent = useRecentlyOpened()
  const opening = useOpeningSections(known, recentIds, recent, context)
  const shown = useMatches({ typed, known, found, recent, movedTo: moved?.typed === typed ? moved.id : null })
  const sections = isTyped
    ? shown.ranked.map(({ name, entries }) => ({ key: name, title: sectionTitle(name), entries }))
    : opening
  // New conversations and the search are one section.
  const [titled, starts] = [
    sections.filter(({ title }) => title !== null),
    sections.filter(({ title }) => title === null),
  ]
  const ids = sections.flatMap(({ entries }) => entries.map(({ id }) => id))
  const selectedId = isTyped
    ? (shown.selectedId ?? SEARCH_ENTRY_ID)
    : (ids.find((id) => moved?.typed === typed && id === moved.id) ?? ids[0] ?? '')
  const root = useRef<HTMLDivElement>(null)
  const isOpened = useIsOpened()
  useEffect(() => (isOpened ? nameSelected(root.current) : undefined))
  return (
    <Cmdk
      ref={root}
      label={text('palette.command')}
      loop
      shouldFilter={false}
      value={selectedId}
      // The library selects the first entry when the list changes, which is no move of the user.
      onValueChange={(id) => setMoved(id === ids[0] ? null : { typed, id })}
      className="flex min-h-0 flex-col"
    >
      <div className="flex h-12 shrink-0 items-center gap-2.5 border-b border-line px-4">
        <Search size={16} aria-hidden="true" className="shrink-0 text-faint" />
        <Cmdk.Input
          value={typed}
          onValueChange={setTyped}
          maxLength={MAX_TYPED}
          dir="auto"
          placeholder={text('palette.search')}
          className="h-full min-w-0 flex-1 bg-transparent text-lg text-ink outline-none placeholder:text-faint"
        />
      </div>
      <Cmdk.List label={text('palette.results')} className="min-h-0 overflow-y-auto overscroll-contain p-2">
        {isTyped && sections.length === 0 && found.text === typed && (
          <p className="px-2 pt-3 pb-4 text-center text-base wrap-anywhere text-muted">
            {text('palette.noMatch', { text: typed.trim() })}
          </p>
        )}
        {titled.map(({ key, title, entries }) => (
          <Section key={key} title={title} entries={entries} isInAll={isInAll} onChoose={onChoose} />
        ))}
        {isTyped && (
          <Section
            title={null}
            entries={[...starts.flatMap(({ entries }) => entries), searchEntry(typed)]}
            isInAll={isInAll}
            onChoose={onChoose}
          />
        )}
      </Cmdk.List>
      <p role="status" className="sr-only">
        {isTyped && found.text === typed ? text('palette.count', { count: ids.length }) : ''}
      </p>
    </Cmdk>
  )
}

/** Tells assistive technology which entry Enter would open. The library does so only after the user has moved. */
function nameSelected(root: HTMLElement | null): void {
  const selected = root?.querySelector('[cmdk-item][aria-selected=true]')?.id ?? ''
  root?.querySelector('[cmdk-input]')?.setAttribute('aria-activedescendant', selected)
}

type MatchParts = {
  readonly typed: string
  readonly known: KnownEntries
  readonly found: Found
  readonly recent: readonly FoundConversation[]
  readonly movedTo: string | null
}

/** What matches the text, in an order that keeps still. */
function useMatches({ typed, known, found, recent, movedTo }: MatchParts): Shown<Entry> {
  const ranked = useMemo(() => {
    if (typed.trim() === '') return []
    const parts = { typed, found: found.conversations, recent, open: openFound, writeTo: startWith }
    return rankEntries([...known.all, ...foundEntries(parts)], typed)
  }, [typed, known, found, recent])
  const last = useRef<Shown<Entry> | null>(null)
  last.current = nextShown(last.current, { typed, ranked, movedTo, isLate: found.text === typed && found.isLate })
  return last.current
}
