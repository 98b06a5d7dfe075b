import { type BrowserWindow, Menu } from 'electron'
import { fieldMenu } from './field-menu-template.ts'

/** Electron brings no menu for the right button: without one there is no way to a correction, and none to Paste for the mouse. */
export function attachFieldMenu(window: BrowserWindow): void {
  const { webContents } = window
  webContents.on('context-menu', (_event, asked) => {
    const items = fieldMenu(asked, (word) => webContents.replaceMisspelling(word))
    if (items.length > 0) Menu.buildFromTemplate([...items]).popup({ window })
  })
}
