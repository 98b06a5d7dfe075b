import { Menu, type MenuItemConstructorOptions } from 'electron'

/**
 * What the system wants of a menu: without Edit there is no copy and paste on macOS. No key of the inbox is taken:
 * Ctrl+N, Ctrl+R and Ctrl+Enter are the window's own.
 */
export function setMenu(platform: string, hasDevTools: boolean): void {
  const development: MenuItemConstructorOptions[] = hasDevTools
    ? [{ type: 'separator' }, { role: 'toggleDevTools' }]
    : []
  const view: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
    ...development,
  ]
  const first: MenuItemConstructorOptions =
    platform === 'darwin' ? { role: 'appMenu' } : { label: '&File', submenu: [{ role: 'quit' }] }
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([first, { role: 'editMenu' }, { label: '&View', submenu: view }, { role: 'windowMenu' }]),
  )
}
