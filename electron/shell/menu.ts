import { Menu, type MenuItemConstructorOptions } from 'electron'

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
  const first = platform === 'darwin' ? macMenu(onQuit) : { label: '&File', submenu: [quitItem(platform, onQuit)] }
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([first, { role: 'editMenu' }, { label: '&View', submenu: view }, { role: 'windowMenu' }]),
  )
}

/** Not the system's own item, which cannot be told from a quit that nobody at the keyboard asked for. */
function quitItem(platform: string, onQuit: () => void): MenuItemConstructorOptions {
  const label = platform === 'darwin' ? 'Quit Clarion' : platform === 'win32' ? 'E&xit' : '&Quit'
  return { id: 'quit', label, accelerator: 'CommandOrControl+Q', click: onQuit }
}

function macMenu(onQuit: () => void): MenuItemConstructorOptions {
  return {
    label: 'Clarion',
    submenu: [
      { role: 'about' },
      { type: 'separator' },
      { role: 'services' },
      { type: 'separator' },
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      { type: 'separator' },
      quitItem('darwin', onQuit),
    ],
  }
}
