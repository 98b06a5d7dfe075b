import { app } from 'electron'

/** Whenever a page is no more: its window closed, its process fell, or it was loaded anew. */
export function onPageGone(listener: () => void): void {
  app.on('browser-window-created', (_event, { webContents }) => {
    webContents.on('render-process-gone', listener)
    webContents.on('did-navigate', listener)
    webContents.on('destroyed', listener)
  })
}
