// An app that does nothing: what the same Electron costs without ours. With --rows it shows rows.html.
const { app, BrowserWindow } = require('electron')
const { join } = require('node:path')

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800 })
  if (process.argv.includes('--rows')) void window.loadFile(join(__dirname, 'rows.html'))
  else void window.loadURL('data:text/html,<p role=option aria-label=Empty>Empty</p>')
})
