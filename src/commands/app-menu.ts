import type { Bridge } from '../shared/bridge.ts'
import type { BridgeEvents } from '../shared/bridge-events.ts'
import { isAccelerator, type MenuEntry, type MenuSection } from '../shared/menu.ts'
import { useView } from '../view/view.ts'
import { hasAllInboxes, type OpenWorkspace } from '../workspace.tsx'
import type { Command } from './command.ts'
import { type Keymap, keysOf } from './keys/keymap.ts'
import { parseKeys } from './keys/press.ts'
import { COMMANDS, findCommand } from './registry.ts'
import { readContext, runCommand } from './run.ts'
import { useCommandSettings } from './settings.ts'

/** Shows the commands in the system's menu bar and runs the one that is chosen there. Returns a function that clears the menus. */
export function drawAppMenu(bridge: Bridge & BridgeEvents, readOpen: () => OpenWorkspace): () => void {
  const draw = (): void => {
    const offered = COMMANDS.filter(({ isOffered }) => isOffered?.(readOpen()) !== false)
    void bridge.showMenu({ sections: menuSections(offered, useCommandSettings.getState()) })
  }
  draw()
  const { workspaces } = readOpen()
  let drawn = factsOf(workspaces)
  const onWorkspaces = (): void => {
    if (factsOf(workspaces) === drawn) return
    drawn = factsOf(workspaces)
    draw()
  }
  const stops = [useCommandSettings.subscribe(draw), workspaces.subscribe(onWorkspaces)]
  const unlisten = bridge.onCommand((commandId) => {
    const command = findCommand(commandId)
    // The user finishes or closes an open dialog before a command runs.
    const isFree = useView.getState().dialog === 'none' || command?.worksInDialogs === true
    if (command !== undefined && isFree) runCommand(command, readContext(readOpen()))
  })
  return () => {
    for (const stop of stops) stop()
    unlisten()
    void bridge.showMenu({ sections: [] })
  }
}

/** What the menu shows of the workspaces. */
function factsOf(workspaces: OpenWorkspace['workspaces']): string {
  return `${workspaces.list().length} ${hasAllInboxes(workspaces.list())}`
}

const SECTION_NAMES = ['app', 'file', 'conversation', 'go', 'help'] as const satisfies readonly MenuSection['name'][]

/** The commands that the system's menu bar shows, by menu. */
export function menuSections(commands: readonly Command[], keymap: Keymap): readonly MenuSection[] {
  return SECTION_NAMES.map((name) => ({
    name,
    entries: commands
      .filter(({ menu }) => menu === name)
      .toSorted((one, other) => rankOf(one) - rankOf(other))
      .map((command): MenuEntry => ({ id: command.id, title: command.title, accelerator: menuKeyOf(command, keymap) })),
  }))
}

/** As in other apps, a menu begins with what it creates. The others stay in the order of the registry. */
function rankOf({ id }: Command): number {
  return id === 'new-conversation' ? 0 : 1
}

/** The first key with Ctrl or ⌘, or function key: a menu takes its keys even while the user types, so a single key cannot be one. */
function menuKeyOf(command: Command, keymap: Keymap): string | null {
  const accelerators = keysOf(command, keymap).map(acceleratorOf)
  return accelerators.find((accelerator) => accelerator !== null) ?? null
}

/** In Electron's format; null for keys that type text and for keys without a name there. */
export function acceleratorOf(keys: string): string | null {
  const [press, ...rest] = parseKeys(keys) ?? []
  if (press === undefined || rest.length > 0) return null
  const isFunctionKey = /^F\d+$/.test(press.key)
  if (!press.hasMod && !isFunctionKey) return null
  const name = ACCELERATOR_NAMES[press.key] ?? press.key.toUpperCase()
  const accelerator = `${press.hasMod ? 'CmdOrCtrl+' : ''}${press.hasShift ? 'Shift+' : ''}${name}`
  return isAccelerator(accelerator) ? accelerator : null
}

const ACCELERATOR_NAMES: Readonly<Record<string, string>> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Enter: 'Enter',
  Escape: 'Escape',
  Backspace: 'Backspace',
  Delete: 'Delete',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
}
