import { APP } from './entries/app.ts'
import type { Command } from './command.ts'
import { COPYING } from './entries/copy.ts'
import { EXPORTING } from './entries/export.ts'
import { MOVING } from './entries/navigate.ts'
import { PICKING } from './entries/pick.ts'
import { PLACES } from './entries/go-to.ts'
import { WORKSPACES } from './entries/go-to-workspace.ts'
import { SETTINGS } from './entries/settings.ts'
import { TRIAGE } from './entries/triage.ts'
import { WRITING } from './entries/write.ts'

/** Every command once. Add a command to one of these lists: keys, palette, menus, tooltips and help follow. */
export const COMMANDS: readonly Command[] = [
  ...MOVING,
  ...PICKING,
  ...EXPORTING,
  ...TRIAGE,
  ...COPYING,
  ...WRITING,
  ...PLACES,
  ...WORKSPACES,
  ...APP,
  ...SETTINGS,
]

export function findCommand(id: string): Command | undefined {
  return COMMANDS.find((command) => command.id === id)
}
