import type { MenuItemConstructorOptions } from 'electron'

/** Not the system's own item, which cannot be told from a quit that nobody at the keyboard asked for. */
export function quitItem(platform: string, onQuit: () => void): MenuItemConstructorOptions {
  const label = platform === 'darwin' ? 'Quit Clarion' : platform === 'win32' ? 'E&xit' : '&Quit'
  return { id: 'quit', label, accelerator: 'CommandOrControl+Q', click: onQuit }
}
