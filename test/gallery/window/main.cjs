// An app that only shows a window: the gallery is drawn in the Electron at hand.
const { app, BrowserWindow } = require('electron')

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 760, height: 1080 })
  // The driver reports no window of about:blank.
  return window.loadURL('data:text/html,<p>Gallery</p>')
})
