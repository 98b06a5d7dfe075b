import * as Dialog from 'radix-ui/dialog'
import { useLiveQuery } from 'dexie-react-hooks'
import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react'
import type { Command, CommandContext } from '../commands/command.ts'
import { isKeyOf, readPress } from '../commands/keys/key-handler.ts'
import { noteRecent } from '../commands/recent.ts'
import { findCommand } from '../commands/registry.ts'
import { readContext, runCommand } from '../commands/run.ts'
import { useCommandSettings } from '../commands/settings.ts'
import { readThread } from '../db/queries.ts'
import { text } from '../strings/text.ts'
import { isMac } from '../ui/key-names.ts'
import { openDialog } from '../view/view.ts'
import { useWorkspace } from '../workspace.tsx'
import type { Entry } from './entry.ts'
import { Finder } from './finder.tsx'

/** Finds everything by name: commands, customers, conversations, tags, saved searches, workspaces and settings. */
export function Palette() {
  const [origin] = useState(() => document.activeElement)
  const chosen = useRef<Entry | null>(null)
  const context = useOuterContext(origin)
  const contextNow = useRef(context)
  contextNow.current = context
  const runCommandHere = useCallback((command: Command): void => {
    noteRecent(localStorage, command.id)
    runCommand(command, contextNow.current)
  }, [])
  const runChosen = (): void => {
    // An element that was removed meanwhile ignores this.
    if (origin instanceof HTMLElement) origin.focus()
    chosen.current?.run()
  }
  const choose = (entry: Entry): void => {
    chosen.current = entry
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
          className="fixed inset-x-4 top-[14vh] z-40 mx-auto flex max-h-[min(460px,76vh)] max-w-xl animate-appear flex-col overflow-hidden rounded-lg border border-line bg-raised shadow-high outline-none"
        >
          <Dialog.Title className="sr-only">{text('palette.title')}</Dialog.Title>
          <Finder context={context} runCommand={runCommandHere} onChoose={choose} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** The command context outside the palette. The conversations are fixed when it opens. */
function useOuterContext(focus: Element | null): CommandContext {
  const open = useWorkspace()
  const [chosen] = useState(() => readContext(open, { focus }))
  const [selectedId = null] = chosen.conversationIds
  const { db } = chosen.open
  const thread = useLiveQuery(async () => (selectedId === null ? null : readThread(db, selectedId)), [db, selectedId])
  return useMemo(
    () => readContext(open, { focus, parts: chosen.parts, conversation: thread?.conversation ?? null }),
    [open, focus, chosen, thread],
  )
}

/** The key that opens it closes it. */
function closeOnOwnKey(event: KeyboardEvent): void {
  const palette = findCommand('palette')
  const press = readPress(event.nativeEvent, isMac())
  if (palette === undefined || !press?.hasMod || !isKeyOf(press, palette, useCommandSettings.getState())) return
  event.preventDefault()
  openDialog('none')
}
