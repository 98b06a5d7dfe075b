import type { MenuItemConstructorOptions } from 'electron'
import { text } from '../../strings/text.ts'

const LABELS = { darwin: 'menu.quit.macos', win32: 'menu.quit.windows' } as const

/** Replaces Electron's quit role, which cannot be distinguished from a quit that the system requests. */
export function quitItem(platform: string, onQuit: () => void): MenuItemConstructorOptions {
  return {
    id: 'quit',
    label: text(platform === 'darwin' || platform === 'win32' ? LABELS[platform] : 'menu.quit.linux'),
    accelerator: 'CommandOrControl+Q',
    click: onQuit,
  }
}
