import type { MenuItemConstructorOptions } from 'electron'

/** Replaces Electron's quit role, which cannot be distinguished from a quit that the system requests. */
export function quitItem(platform: string, onQuit: () => void): MenuItemConstructorOptions {
  const label = platform === 'darwin' ? 'Quit Clarion' : platform === 'win32' ? 'E&xit' : '&Quit'
  return { id: 'quit', label, accelerator: 'CommandOrControl+Q', click: onQuit }
}
