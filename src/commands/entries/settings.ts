import type { Look } from '../../shared/look.ts'
import { stepZoom, type ZoomStep } from '../../shared/zoom.ts'
import { text, type TextId } from '../../strings/text.ts'
import { type Density, setDensity } from '../../ui/density.ts'
import { openSettings } from '../../view/view.ts'
import { type Command, type CommandContext, NO_CHANGE, type Undo } from '../command.ts'
import { names } from '../names.ts'

const BY_NAME = text('commands.keyless.palette')
const CHOOSE_ANOTHER: Undo = { why: 'Choose another one instead.' }

/** Each section of Settings: id, title and search terms. */
const SECTIONS = [
  ['appearance', 'commands.settingsAppearance.title', 'commands.settingsAppearance.aliases'],
  ['reading', 'commands.settingsReading.title', 'commands.settingsReading.aliases'],
  ['sending', 'commands.settingsSending.title', 'commands.settingsSending.aliases'],
  ['writing', 'commands.settingsWriting.title', 'commands.settingsWriting.aliases'],
  ['snippets', 'commands.settingsSnippets.title', 'commands.settingsSnippets.aliases'],
  ['notifications', 'commands.settingsNotifications.title', 'commands.settingsNotifications.aliases'],
  ['start', 'commands.settingsStart.title', 'commands.settingsStart.aliases'],
  ['keys', 'commands.settingsKeys.title', 'commands.settingsKeys.aliases'],
  ['workspaces', 'commands.settingsWorkspaces.title', 'commands.settingsWorkspaces.aliases'],
  ['security', 'commands.settingsSecurity.title', 'commands.settingsSecurity.aliases'],
  ['updates', 'commands.settingsUpdates.title', 'commands.settingsUpdates.aliases'],
  ['speed', 'commands.settingsSpeed.title', 'commands.settingsSpeed.aliases'],
  ['data', 'commands.settingsData.title', 'commands.settingsData.aliases'],
  ['request-log', 'commands.settingsRequestLog.title', 'commands.settingsRequestLog.aliases'],
] as const

const THEMES = [
  ['light', 'commands.themeLight.title', 'commands.themeLight.aliases'],
  ['dark', 'commands.themeDark.title', 'commands.themeDark.aliases'],
  ['system', 'commands.themeSystem.title', 'commands.themeSystem.aliases'],
] as const satisfies readonly (readonly [Look['theme'], TextId, TextId])[]

const DENSITIES = [
  ['comfortable', 'commands.densityComfortable.title', 'commands.densityComfortable.aliases'],
  ['compact', 'commands.densityCompact.title', 'commands.densityCompact.aliases'],
] as const satisfies readonly (readonly [Density, TextId, TextId])[]

/** Settings that can be changed without opening Settings, and its sections. */
export const SETTINGS: readonly Command[] = [
  ...SECTIONS.map(([id, title, aliases]) =>
    byName({ id: `settings-${id}`, ...names(title, aliases), run: () => openSettings(id), undo: NO_CHANGE }),
  ),
  ...THEMES.map(([theme, title, aliases]) =>
    byName({
      id: `theme-${theme}`,
      ...names(title, aliases),
      run: ({ open }) => open.bridge.setLook({ theme }),
      undo: CHOOSE_ANOTHER,
    }),
  ),
  ...DENSITIES.map(([density, title, aliases]) =>
    byName({
      id: `density-${density}`,
      ...names(title, aliases),
      run: () => setDensity(density),
      undo: CHOOSE_ANOTHER,
    }),
  ),
  zoom({ id: 'zoom-in', ...names('commands.zoomIn.title', 'commands.zoomIn.aliases') }, 'in'),
  zoom({ id: 'zoom-out', ...names('commands.zoomOut.title', 'commands.zoomOut.aliases') }, 'out'),
  zoom({ id: 'zoom-reset', ...names('commands.zoomReset.title', 'commands.zoomReset.aliases') }, 'reset'),
]

type Named = Pick<Command, 'id' | 'title' | 'aliases'>

function byName(command: Named & Pick<Command, 'run' | 'undo'>): Command {
  return { ...command, group: 'settings', scope: 'global', keys: { clarion: [] }, keyless: BY_NAME }
}

function zoom(named: Named, step: ZoomStep): Command {
  const run = async ({ open: { bridge } }: CommandContext): Promise<void> => {
    const look = await bridge.readLook({})
    if (look.ok) await bridge.setLook({ zoomLevel: stepZoom(look.value.zoomLevel, step) })
  }
  return { ...byName({ ...named, run, undo: CHOOSE_ANOTHER }), keyless: text('commands.keyless.viewMenu') }
}
