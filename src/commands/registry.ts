import { APP } from './app-commands.ts'
import type { Command } from './command.ts'
import { COPYING } from './copying.ts'
import { EXPORTING } from './exporting.ts'
import { MOVING } from './moving.ts'
import { PICKING } from './picking.ts'
import { PLACES } from './places.ts'
import { SETTINGS } from './settings-commands.ts'
import { TRIAGE } from './triage.ts'
import { WRITING } from './writing.ts'

/** Everything a person can do, once. To add a command is to add it here: keys, palette, menus, tooltips and help follow. */
export const COMMANDS: readonly Command[] = [
  ...MOVING,
  ...PICKING,
  ...EXPORTING,
  ...TRIAGE,
  ...COPYING,
  ...WRITING,
  ...PLACES,
  ...APP,
  ...SETTINGS,
]

export function findCommand(id: string): Command | undefined {
  return COMMANDS.find((command) => command.id === id)
}
