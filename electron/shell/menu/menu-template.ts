import type { MenuItemConstructorOptions } from 'electron'
import type { MenuEntry, MenuSection } from '../../../src/shared/menu.ts'
import type { ZoomStep } from '../../../src/shared/zoom.ts'
import { quitItem } from '../quit/quit-item.ts'

export type MenuParts = {
  readonly platform: string
  readonly hasDevTools: boolean
  readonly onQuit: () => void
  readonly onZoom: (step: ZoomStep) => void
  /** The user chose a command of the window. */
  readonly onChoose: (commandId: string) => void
}

/**
 * macOS needs the Edit menu for copy and paste. The page handles the keys of its commands, and the menu only shows them: it would
 * take them from a user who types. macOS ignores `registerAccelerator: false`. There the page gets the key first, and the menu gets
 * only keys that the page does not handle.
 */
export function menuTemplate(
  { platform, hasDevTools, onQuit, onZoom, onChoose }: MenuParts,
  sections: readonly MenuSection[],
): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin'
  const itemOf = ({ id, title, accelerator }: MenuEntry): MenuItemConstructorOptions => ({
    id,
    label: escapeLabel(title),
    click: () => onChoose(id),
    ...(accelerator !== null && { accelerator, registerAccelerator: false }),
  })
  const itemsOf = (name: MenuSection['name']): MenuItemConstructorOptions[] =>
    sections.filter((section) => section.name === name).flatMap(({ entries }) => entries.map(itemOf))
  const app = itemsOf('app')
  const file = isMac
    ? [itemsOf('file'), [{ role: 'close' as const }]]
    : [itemsOf('file'), app, [quitItem(platform, onQuit)]]
  const development: MenuItemConstructorOptions[] = hasDevTools ? [{ role: 'toggleDevTools' }] : []
  const view: MenuItemConstructorOptions[][] = [zoomItems(onZoom), [{ role: 'togglefullscreen' }], development]
  return [
    ...(isMac ? [macMenu(app, onQuit)] : []),
    { label: '&File', submenu: separated(file) },
    { role: 'editMenu' },
    { label: '&View', submenu: separated(view) },
    ...menuOf('&Conversation', itemsOf('conversation')),
    ...menuOf('&Go', itemsOf('go')),
    { role: 'windowMenu' },
    ...menuOf('&Help', itemsOf('help'), 'help'),
  ]
}

/** Replaces Electron's zoom roles, which ignore the limits and the alternative keys. The window handles the keys (window-keys.ts). */
function zoomItems(onZoom: MenuParts['onZoom']): MenuItemConstructorOptions[] {
  const items = [
    ['reset', 'Reset zoom', '0'],
    ['in', 'Zoom in', 'Plus'],
    ['out', 'Zoom out', '-'],
  ] as const
  return items.map(([step, label, key]) => ({
    id: `zoom-${step}`,
    label,
    accelerator: `CmdOrCtrl+${key}`,
    registerAccelerator: false,
    click: () => onZoom(step),
  }))
}

/** Leaves out an empty menu. */
function menuOf(label: string, submenu: MenuItemConstructorOptions[], role?: 'help'): MenuItemConstructorOptions[] {
  return submenu.length === 0 ? [] : [{ label, submenu, ...(role !== undefined && { role }) }]
}

function separated(groups: readonly MenuItemConstructorOptions[][]): MenuItemConstructorOptions[] {
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => (index === 0 ? group : [{ type: 'separator' as const }, ...group]))
}

/** In a label, & marks the access key, and && shows one &. */
function escapeLabel(title: string): string {
  return title.replaceAll('&', '&&')
}

/** Like `role: 'appMenu'`, with this app's Quit item and commands. */
function macMenu(app: MenuItemConstructorOptions[], onQuit: () => void): MenuItemConstructorOptions {
  return {
    label: 'Clarion',
    submenu: separated([
      [{ role: 'about' }],
      app,
      [{ role: 'services' }],
      [{ role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' }],
      [quitItem('darwin', onQuit)],
    ]),
  }
}
