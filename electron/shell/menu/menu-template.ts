import type { MenuItemConstructorOptions } from 'electron'
import type { MenuEntry, MenuSection } from '../../../src/shared/menu.ts'
import type { ZoomStep } from '../../../src/shared/zoom.ts'
import { text } from '../../strings/text.ts'
import { quitItem } from '../quit/quit-item.ts'
import { closeItem, editMenu, roleItem, windowMenu } from './role-items.ts'

export type MenuParts = {
  readonly platform: string
  readonly hasDevTools: boolean
  readonly onQuit: () => void
  readonly onZoom: (step: ZoomStep) => void
  readonly onLicenses: () => void
  readonly onReport: () => void
  /** The user chose a command of the window. */
  readonly onChoose: (commandId: string) => void
}

/**
 * macOS needs the Edit menu for copy and paste. The page handles the keys of its commands, and the menu only shows them: it would
 * take them from a user who types. macOS ignores `registerAccelerator: false`. There the page gets the key first, and the menu gets
 * only keys that the page does not handle.
 */
export function menuTemplate(
  { platform, hasDevTools, onQuit, onZoom, onLicenses, onReport, onChoose }: MenuParts,
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
  const file = isMac ? [itemsOf('file'), [closeItem(isMac)]] : [itemsOf('file'), app, [quitItem(platform, onQuit)]]
  const development: MenuItemConstructorOptions[] = hasDevTools ? [roleItem('toggleDevTools')] : []
  const view: MenuItemConstructorOptions[][] = [zoomItems(onZoom), [roleItem('togglefullscreen')], development]
  const licenses = { id: 'third-party-licenses', label: text('menu.thirdPartyLicenses'), click: onLicenses }
  const report = { id: 'report-a-problem', label: text('report.open'), click: onReport }
  return [
    ...(isMac ? [macMenu(app, onQuit)] : []),
    { label: text('menu.file'), submenu: separated(file) },
    editMenu(isMac),
    { label: text('menu.view'), submenu: separated(view) },
    ...menuOf(text('menu.conversation'), itemsOf('conversation')),
    ...menuOf(text('menu.go'), itemsOf('go')),
    windowMenu(isMac),
    ...menuOf(text('menu.help'), separated([itemsOf('help'), [report, licenses]]), 'help'),
  ]
}

/** Replaces Electron's zoom roles, which ignore the limits and the alternative keys. The window handles the keys (window-keys.ts). */
function zoomItems(onZoom: MenuParts['onZoom']): MenuItemConstructorOptions[] {
  const items = [
    ['reset', text('menu.zoom.reset'), '0'],
    ['in', text('menu.zoom.in'), 'Plus'],
    ['out', text('menu.zoom.out'), '-'],
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
      [roleItem('about')],
      app,
      [roleItem('services')],
      [roleItem('hide'), roleItem('hideOthers'), roleItem('unhide')],
      [quitItem('darwin', onQuit)],
    ]),
  }
}
