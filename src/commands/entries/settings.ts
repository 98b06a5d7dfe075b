import type { Look } from '../../shared/look.ts'
import { stepZoom, type ZoomStep } from '../../shared/zoom.ts'
import { type Density, setDensity } from '../../ui/density.ts'
import { openSettings } from '../../view.ts'
import { type Command, type CommandContext, NO_CHANGE } from '../command.ts'

const BY_NAME = 'In the command palette'
const CHOOSE_ANOTHER = { why: 'Choose another one instead.' } as const

/** Each section of Settings: id, title and search terms. */
const SECTIONS = [
  ['appearance', 'Appearance', ['theme', 'dark', 'light', 'zoom', 'density', 'font size']],
  ['reading', 'Reading', ['mark as read', 'auto-advance', 'done']],
  ['sending', 'Sending', ['undo send', 'delay', 'lost messages']],
  ['writing', 'Writing', ['spelling', 'spell-check', 'price of an sms']],
  ['snippets', 'Snippets', ['templates', 'canned responses', 'manage snippets']],
  ['notifications', 'Notifications', ['notify', 'sound', 'silent', 'alerts']],
  ['keys', 'Keys', ['rebind', 'hotkeys', 'gmail keys', 'superhuman keys']],
  ['workspaces', 'Workspaces', ['account', 'api key', 'switch workspace', 'sign out', 'log out']],
  ['data', 'Data on this device', ['storage', 'cache', 'clear']],
  ['request-log', 'Request log', ['log', 'network', 'debug', 'errors']],
] as const

const THEMES = [
  ['light', 'Light theme', ['theme light', 'bright', 'day']],
  ['dark', 'Dark theme', ['theme dark', 'dark mode', 'night']],
  ['system', 'System theme', ['theme system', 'automatic', 'same as system']],
] as const satisfies readonly (readonly [Look['theme'], string, readonly string[]])[]

const DENSITIES = [
  ['comfortable', 'Comfortable list', ['density', 'spacing', 'two lines']],
  ['compact', 'Compact list', ['density', 'dense', 'one line']],
] as const satisfies readonly (readonly [Density, string, readonly string[]])[]

/** Settings that can be changed without opening Settings, and its sections. */
export const SETTINGS: readonly Command[] = [
  ...SECTIONS.map(([id, title, aliases]) =>
    named({ id: `settings-${id}`, title: `Settings: ${title}`, aliases, run: () => openSettings(id), undo: NO_CHANGE }),
  ),
  ...THEMES.map(([theme, title, aliases]) =>
    named({
      id: `theme-${theme}`,
      title,
      aliases,
      run: ({ open }) => open.bridge.setLook({ theme }),
      undo: CHOOSE_ANOTHER,
    }),
  ),
  ...DENSITIES.map(([density, title, aliases]) =>
    named({ id: `density-${density}`, title, aliases, run: () => setDensity(density), undo: CHOOSE_ANOTHER }),
  ),
  zoom('zoom-in', 'Zoom in', 'larger', 'in'),
  zoom('zoom-out', 'Zoom out', 'smaller', 'out'),
  zoom('zoom-reset', 'Reset zoom', 'actual size', 'reset'),
]

function named(
  command: Pick<Command, 'id' | 'title' | 'run' | 'undo'> & { readonly aliases: readonly string[] },
): Command {
  return { ...command, group: 'Settings', scope: 'global', keys: { clarion: [] }, keyless: BY_NAME }
}

function zoom(id: string, title: string, alias: string, step: ZoomStep): Command {
  const run = async ({ open: { bridge } }: CommandContext): Promise<void> => {
    const look = await bridge.readLook({})
    if (look.ok) await bridge.setLook({ zoomLevel: stepZoom(look.value.zoomLevel, step) })
  }
  return {
    ...named({ id, title, aliases: [alias, 'font size', 'zoom'], run, undo: CHOOSE_ANOTHER }),
    keyless: 'In the View menu',
  }
}
