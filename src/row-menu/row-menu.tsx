import { useLiveQuery } from 'dexie-react-hooks'
import { type MouseEvent, type ReactNode, useRef, useState } from 'react'
import type { Command } from '../commands/command.ts'
import { shownKeyOf } from '../commands/keys/keymap.ts'
import { COMMANDS } from '../commands/registry.ts'
import { canRun, readContext, runCommand, titleOf } from '../commands/run.ts'
import { useCommandSettings } from '../commands/settings.ts'
import { splitRowKey } from '../catalogue/row-key.ts'
import { readThread } from '../db/queries.ts'
import { ContextMenu } from '../ui/context-menu.tsx'
import type { MenuItem } from '../ui/menu.tsx'
import { COMMAND_ICONS } from '../words/icons/command-icons.ts'
import { useView } from '../view/view.ts'
import { useWorkspace } from '../workspace.tsx'
import { conversationIdOf } from './conversation-id-of.ts'
import { focusList } from '../commands/keys/dom.ts'
import { shownName } from '../words/shown-name.ts'

/** Wraps the list with the menu of the row under the pointer. The menu key opens the one of the selected row. */
export function RowMenu({ children }: { readonly children: ReactNode }) {
  const here = useWorkspace()
  const acting = useView((view) => view.acting)
  const settings = useCommandSettings()
  const [key, setKey] = useState<string | null>(null)
  // In All inboxes, the row's own workspace.
  const place = key === null || acting === null ? null : splitRowKey(key)
  const conversationId = place?.conversationId ?? key
  const open = (place && here.workspaces.find(place.workspaceId)) ?? here
  const chosen = useRef<Command | null>(null)
  const thread = useLiveQuery(
    async () => (conversationId === null ? null : readThread(open.db, conversationId)),
    [open.db, conversationId],
  )
  const conversation = thread?.conversation.id === conversationId ? (thread?.conversation ?? null) : null
  const readHere = () =>
    readContext(open, { conversation, conversationIds: conversationId === null ? [] : [conversationId] })

  const ask = (event: MouseEvent): boolean => {
    const asked = conversationIdOf(event.target)
    setKey(asked)
    chosen.current = null
    return asked !== null
  }
  const runChosen = (event: Event): void => {
    event.preventDefault()
    focusList()
    if (chosen.current !== null) runCommand(chosen.current, readHere())
  }
  const context = readHere()
  const items = OFFERED.map((command, index): MenuItem => {
    const Icon = COMMAND_ICONS[command.id]
    return {
      id: command.id,
      label: titleOf(command, context),
      ...(Icon !== undefined && { icon: <Icon size={14} aria-hidden="true" /> }),
      shortcut: shownKeyOf(command, settings),
      isDisabled: !canRun(command, context),
      startsGroup: index > 0 && OFFERED[index - 1]?.group !== command.group,
      onSelect: () => {
        chosen.current = command
      },
    }
  })
  return (
    <ContextMenu
      title={conversation === null ? null : shownName(conversation.name)}
      items={items}
      onAsk={ask}
      onClosed={runChosen}
    >
      {children}
    </ContextMenu>
  )
}

/** The commands for one conversation. */
const OFFERED = COMMANDS.filter((command) => command.id === 'open' || command.scope === 'thread')
