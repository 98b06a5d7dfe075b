import { app } from 'electron'

/** Calls the listener when a page ends: its window closes, its process crashes, or the page reloads. */
export function onPageGone(listener: () => void): void {
  app.on('browser-window-created', (_event, { webContents }) => {
    webContents.on('render-process-gone', listener)
    webContents.on('did-navigate', listener)
    webContents.on('destroyed', listener)
  })
}
