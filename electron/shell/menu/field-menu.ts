import { type BrowserWindow, Menu } from 'electron'
import { fieldMenu } from './field-menu-template.ts'

/** Adds a context menu, because Electron has none. It offers spelling corrections and Paste to mouse users. */
export function attachFieldMenu(window: BrowserWindow): void {
  const { webContents } = window
  webContents.on('context-menu', (_event, context) => {
    const items = fieldMenu(context, (word) => webContents.replaceMisspelling(word))
    if (items.length > 0) Menu.buildFromTemplate([...items]).popup({ window })
  })
}
