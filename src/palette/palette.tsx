import { Command as Cmdk, defaultFilter } from 'cmdk'
import { useLiveQuery } from 'dexie-react-hooks'
import { Search } from 'lucide-react'
import * as Dialog from 'radix-ui/dialog'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useSavedSearches } from '../acts/use-saved-searches.ts'
import type { Command, CommandContext } from '../commands/command.ts'
import { isKeyOf, readPress } from '../commands/keys/key-handler.ts'
import { nameOf, shownKeyOf } from '../commands/keys/keymap.ts'
import { goToSearch } from '../commands/entries/go-to.ts'
import { noteRecent, readRecent } from '../commands/recent.ts'
import { COMMANDS, findCommand } from '../commands/registry.ts'
import { canRun, readContext, runCommand, titleOf } from '../commands/run.ts'
import { useCommandSettings } from '../commands/settings.ts'
import { readThread } from '../db/queries.ts'
import { text } from '../strings/text.ts'
import { Guarded } from '../ui/guarded.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { isMac } from '../ui/key-names.ts'
import { openDialog } from '../view.ts'
import { useWorkspace } from '../workspace.tsx'
import { arrange, rankCommands } from './ranking.ts'

/** A searchable list of commands. The chosen one runs with the focus from before the palette opened. */
export function Palette() {
  const [origin] = useState(() => document.activeElement)
  const chosen = useRef<Command | null>(null)
  const readHere = useOuterContext(origin)
  const runChosen = (): void => {
    // An element that was removed meanwhile ignores this.
    if (origin instanceof HTMLElement) origin.focus()
    if (chosen.current === null) return
    noteRecent(localStorage, chosen.current.id)
    runCommand(chosen.current, readHere())
  }
  const choose = (command: Command): void => {
    chosen.current = command
    openDialog('none')
  }
  return (
    <Dialog.Root open onOpenChange={(open) => !open && openDialog('none')}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            runChosen()
          }}
          onKeyDown={closeOnOwnKey}
          className="fixed inset-x-4 top-[14vh] z-40 mx-auto flex max-h-[min(420px,72vh)] max-w-xl animate-appear flex-col overflow-hidden rounded-lg border border-line bg-raised shadow-high outline-none"
        >
          <Dialog.Title className="sr-only">{text('palette.title')}</Dialog.Title>
          <Commands context={readHere()} onChoose={choose} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** Reads the command context outside the palette. */
function useOuterContext(focus: Element | null) {
  const open = useWorkspace()
  // The conversations are fixed when the palette opens.
  const [chosen] = useState(() => readContext(open, { focus }))
  const [selectedId = null] = chosen.conversationIds
  const { db } = chosen.open
  const thread = useLiveQuery(async () => (selectedId === null ? null : readThread(db, selectedId)), [db, selectedId])
  return () => readContext(open, { focus, parts: chosen.parts, conversation: thread?.conversation ?? null })
}

/** The key that opens it closes it. */
function closeOnOwnKey(event: KeyboardEvent): void {
  const palette = findCommand('palette')
  const press = readPress(event.nativeEvent, isMac())
  if (palette === undefined || !press?.hasMod || !isKeyOf(press, palette, useCommandSettings.getState())) return
  event.preventDefault()
  openDialog('none')
}

type CommandsProps = {
  readonly context: CommandContext
  readonly onChoose: (command: Command) => void
}

function Commands({ context, onChoose }: CommandsProps) {
  const [recentIds] = useState(() => readRecent(localStorage))
  const [query, setQuery] = useState('')
  const searches = useSavedSearches() ?? []
  const commands = [...COMMANDS, ...searches.map(goToSearch)]
  const groups = arrange(
    commands.filter((command) => canRun(command, context)),
    recentIds,
  )
  const filter = (id: string, typed: string): number => {
    const command = commands.find((candidate) => candidate.id === id)
    return command === undefined
      ? 0
      : rankCommands({ ...command, title: nameOf(command, useCommandSettings.getState()) }, typed, defaultFilter)
  }
  return (
    <Cmdk label={text('palette.command')} loop vimBindings={false} filter={filter} className="flex min-h-0 flex-col">
      <div className="flex h-12 shrink-0 items-center gap-2.5 border-b border-line px-4">
        <Search size={16} aria-hidden="true" className="shrink-0 text-faint" />
        <Cmdk.Input
          value={query}
          onValueChange={setQuery}
          placeholder={text('palette.search')}
          className="h-full min-w-0 flex-1 bg-transparent text-lg text-ink outline-none placeholder:text-faint"
        />
      </div>
      <Cmdk.List label={text('palette.commands')} className="min-h-0 overflow-y-auto overscroll-contain p-2">
        <Cmdk.Empty className="px-2 py-6 text-center text-base text-muted">{text('palette.noMatch')}</Cmdk.Empty>
        {query.trim() === '' ? (
          groups.map(({ title, commands: members }) => (
            <Cmdk.Group
              key={title}
              heading={title}
              className="not-first:mt-2 **:[[cmdk-group-heading]]:px-2 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:text-xs **:[[cmdk-group-heading]]:font-medium **:[[cmdk-group-heading]]:text-faint"
            >
              <Items commands={members} context={context} onChoose={onChoose} />
            </Cmdk.Group>
          ))
        ) : (
          <Items commands={groups.flatMap((group) => group.commands)} context={context} onChoose={onChoose} />
        )}
      </Cmdk.List>
    </Cmdk>
  )
}

function Items({ commands, ...shared }: CommandsProps & { readonly commands: readonly Command[] }) {
  return commands.map((command) => (
    <Guarded
      key={command.id}
      part="palette entry"
      of={command}
      fallback={<p className="px-2 text-sm text-muted italic">{text('palette.cannotShow')}</p>}
    >
      <Item command={command} {...shared} />
    </Guarded>
  ))
}

function Item({ command, context, onChoose }: CommandsProps & { readonly command: Command }) {
  const keys = shownKeyOf(command, useCommandSettings())
  return (
    <Cmdk.Item
      value={command.id}
      onSelect={() => onChoose(command)}
      className="flex h-8 items-center gap-3 rounded-sm px-2 text-base select-none data-[selected=true]:bg-selected"
    >
      <span className="min-w-0 flex-1 truncate">{titleOf(command, context)}</span>
      {keys !== undefined && (
        <span className="text-muted">
          <Kbd keys={keys} isHeard />
        </span>
      )}
    </Cmdk.Item>
  )
}
