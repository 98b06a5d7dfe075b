import type { Bridge, BridgeEvents } from '../shared/bridge.ts'
import { isAccelerator, type MenuEntry, type MenuSection } from '../shared/menu.ts'
import { useView } from '../view.ts'
import type { OpenWorkspace } from '../workspace.tsx'
import type { Command } from './command.ts'
import { type Keymap, keysOf } from './keys/keymap.ts'
import { parseKeys } from './keys/press.ts'
import { COMMANDS, findCommand } from './registry.ts'
import { readContext, runCommand } from './run.ts'
import { useCommandSettings } from './settings.ts'

/** Has the system's menu bar show the commands, and runs what is chosen there. Gives the way to clear it. */
export function drawAppMenu(bridge: Bridge & BridgeEvents, open: OpenWorkspace): () => void {
  const draw = (): void => {
    void bridge.showMenu({ sections: menuSections(COMMANDS, useCommandSettings.getState()) })
  }
  draw()
  const unsubscribe = useCommandSettings.subscribe(draw)
  const unlisten = bridge.onCommand((commandId) => {
    const command = findCommand(commandId)
    // A dialog is finished or left before anything else begins.
    if (command !== undefined && useView.getState().dialog === 'none') runCommand(command, readContext(open))
  })
  return () => {
    unsubscribe()
    unlisten()
    void bridge.showMenu({ sections: [] })
  }
}

const SECTIONS: Readonly<Record<Command['group'], MenuSection['name'] | null>> = {
  Moving: 'go',
  Selecting: 'conversation',
  Conversation: 'conversation',
  Writing: 'conversation',
  'Going to': 'go',
  App: 'help',
  // Each would be a line of a menu that has Settings already.
  Settings: null,
}

/** Where a command belongs that does not belong with its group. Undo is in Edit already, and there it is the system's. */
const EXCEPTIONS: Readonly<Record<string, MenuSection['name'] | null>> = {
  'new-conversation': 'file',
  'check-now': 'file',
  settings: 'app',
  export: 'file',
  'stop-export': 'file',
  undo: 'conversation',
  'undo-some': 'conversation',
  // Ctrl or ⌘ and A is the system's own in a menu.
  'select-all': null,
  back: null,
  // The row's menu is about this; the bar has enough of it.
  'copy-address': null,
  'copy-id': null,
}

/** The commands as the system's menu bar shows them. What only makes sense where the hands are is not among them. */
export function menuSections(commands: readonly Command[], keymap: Keymap): readonly MenuSection[] {
  const names = ['app', 'file', 'conversation', 'go', 'help'] as const
  return names.map((name) => ({
    name,
    entries: commands
      .filter((command) => sectionOf(command) === name)
      .map((command): MenuEntry => ({ id: command.id, title: command.title, accelerator: menuKeyOf(command, keymap) })),
  }))
}

function sectionOf({ id, group, scope }: Command): MenuSection['name'] | null {
  if (scope === 'composer' || scope === 'dialog') return null
  return id in EXCEPTIONS ? (EXCEPTIONS[id] ?? null) : SECTIONS[group]
}

/** A key with Ctrl or ⌘ before the one that is shown elsewhere: a menu takes its keys from everybody, typing included. */
function menuKeyOf(command: Command, keymap: Keymap): string | null {
  const accelerators = keysOf(command, keymap).map(acceleratorOf)
  return accelerators.find((one) => one !== null) ?? null
}

/** In Electron's format; null for keys that type text and for keys without a name there. */
export function acceleratorOf(keys: string): string | null {
  const [press, ...others] = parseKeys(keys) ?? []
  if (press === undefined || others.length > 0) return null
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
