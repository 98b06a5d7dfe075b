// An app that writes what --old-profile names into the default session, with Dexie at the origin of the window.
const { readFileSync } = require('node:fs')
const { app, BrowserWindow, protocol } = require('electron')

const SCHEME = 'app'
const DEXIE = require.resolve('dexie/dist/dexie.min.js')
app.setPath('userData', app.commandLine.getSwitchValue('user-data-dir'))
protocol.registerSchemesAsPrivileged([
  { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
])

async function write({ databases, settings }) {
  for (const [name, value] of Object.entries(settings)) localStorage.setItem(name, value)
  for (const { name, version, stores, rows } of databases) {
    const db = new globalThis.Dexie(name, { chromeTransactionDurability: 'strict' })
    db.version(version).stores(stores)
    await db.open()
    for (const [table, all] of Object.entries(rows)) {
      for (let from = 0; from < all.length; from += 5_000) await db.table(table).bulkAdd(all.slice(from, from + 5_000))
    }
    db.close()
  }
}

app
  .whenReady()
  .then(async () => {
    protocol.handle(SCHEME, () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }))
    const window = new BrowserWindow({ show: false })
    await window.loadURL('app://clarion/')
    await window.webContents.executeJavaScript(readFileSync(DEXIE, 'utf8') + ';0')
    const input = readFileSync(app.commandLine.getSwitchValue('old-profile'), 'utf8')
    await window.webContents.executeJavaScript(`(${String(write)})(${input})`)
    window.webContents.session.flushStorageData()
    app.quit()
  })
  .catch((error) => {
    process.stderr.write(`${error}\n`)
    app.exit(1)
  })
