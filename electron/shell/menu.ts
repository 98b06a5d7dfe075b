import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { MenuEntry, MenuSection } from '../../src/shared/bridge.ts'

type MenuParts = {
  readonly platform: string
  readonly hasDevTools: boolean
  /** A command of the window's was chosen. */
  readonly onChoose: (commandId: string) => void
}

/** Draws the application menu: what the system wants of one, and between it the window's commands, which the window sends as data. */
export function makeMenu(parts: MenuParts): (sections: readonly MenuSection[]) => void {
  return (sections) => Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(parts, sections)))
}

/**
 * Without Edit there is no copy and paste on macOS. The window hears its own keys; beside a command they are only shown, for a menu would
 * take them from a person who types. (macOS knows no key that is only shown. There the page still hears it first, and only what it leaves
 * alone comes back from the menu.)
 */
export function menuTemplate(
  { platform, hasDevTools, onChoose }: MenuParts,
  sections: readonly MenuSection[],
): MenuItemConstructorOptions[] {
  const itemsOf = (name: MenuSection['name']): MenuItemConstructorOptions[] =>
    sections.filter((section) => section.name === name).flatMap(({ entries }) => entries.map(itemOf))
  const itemOf = ({ id, title, accelerator }: MenuEntry): MenuItemConstructorOptions => ({
    label: escapeLabel(title),
    click: () => onChoose(id),
    ...(accelerator !== null && { accelerator, registerAccelerator: false }),
  })
  const isMac = platform === 'darwin'
  const file = [itemsOf('file'), isMac ? [{ role: 'close' as const }] : [{ role: 'quit' as const }]]
  const development: MenuItemConstructorOptions[] = hasDevTools ? [{ role: 'toggleDevTools' }] : []
  const view: MenuItemConstructorOptions[][] = [
    [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }],
    [{ role: 'togglefullscreen' }],
    development,
  ]
  return [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    { label: '&File', submenu: separated(file) },
    { role: 'editMenu' },
    { label: '&View', submenu: separated(view) },
    ...menuOf('&Conversation', itemsOf('conversation')),
    ...menuOf('&Go', itemsOf('go')),
    { role: 'windowMenu' },
    ...menuOf('&Help', itemsOf('help'), 'help'),
  ]
}

/** An empty menu is no menu. */
function menuOf(label: string, submenu: MenuItemConstructorOptions[], role?: 'help'): MenuItemConstructorOptions[] {
  return submenu.length === 0 ? [] : [{ label, submenu, ...(role !== undefined && { role }) }]
}

function separated(groups: readonly MenuItemConstructorOptions[][]): MenuItemConstructorOptions[] {
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => (index === 0 ? group : [{ type: 'separator' as const }, ...group]))
}

/** In a label & marks the letter to press; two of them are one. */
function escapeLabel(title: string): string {
  return title.replaceAll('&', '&&')
}
