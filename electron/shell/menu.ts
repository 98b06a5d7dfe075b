import { Menu, type MenuItemConstructorOptions } from 'electron'
import { macAppMenu, quitItem } from './quit-item.ts'

/**
 * What the system wants of a menu: without Edit there is no copy and paste on macOS. No key of the inbox is taken:
 * Ctrl+N, Ctrl+R and Ctrl+Enter are the window's own.
 */
export function setMenu(platform: string, hasDevTools: boolean, onQuit: () => void): void {
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
  const first = platform === 'darwin' ? macAppMenu(onQuit) : { label: '&File', submenu: [quitItem(platform, onQuit)] }
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([first, { role: 'editMenu' }, { label: '&View', submenu: view }, { role: 'windowMenu' }]),
  )
}
