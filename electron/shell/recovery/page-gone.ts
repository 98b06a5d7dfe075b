import { app } from 'electron'

/** Calls the listener when a page ends: its window closes, its process crashes, or the page reloads. */
export function onPageGone(listener: () => void): void {
  app.on('browser-window-created', (_event, window) => {
    // A window beside the app's, which shows a page of main's own.
    if (window.getParentWindow() !== null) return
    const { webContents } = window
    webContents.on('render-process-gone', listener)
    webContents.on('did-navigate', listener)
    webContents.on('destroyed', listener)
  })
}
