import { join } from 'node:path'
import { app, type BrowserWindow, dialog, protocol, safeStorage, session } from 'electron'
import { makeKeyVault } from './api-key.ts'
import { makeClient } from './api/client.ts'
import { makeConversationsApi } from './api/conversations.ts'
import { makeAssetHandler, readManifest } from './assets.ts'
import { makeBridge } from './bridge.ts'
import { makeDemo } from './demo.ts'
import { devOriginOf, makeDevHandler } from './dev-server.ts'
import { makeDoor } from './door.ts'
import { guardPages, guardSession } from './guards.ts'
import { sendWake, serveDoor } from './ipc.ts'
import { factsOf, makeLog, makeLogFile } from './log.ts'
import { SCHEME } from './origin.ts'
import { provision, takeProvision } from './provision.ts'
import { startSandbox } from './sandbox/server.ts'
import { makeLinkOpener } from './shell/link-dialog.ts'
import { setMenu } from './shell/menu.ts'
import { onWake } from './shell/wake.ts'
import { makeStateFile } from './state-file.ts'
import { refusedSwitch } from './switches.ts'
import { bringForward, openWindow } from './window.ts'
import { Workspaces } from './workspaces.ts'

// Start here. This file makes the parts and joins them; what they do is written in their own.

const refused = app.isPackaged ? refusedSwitch((name) => app.commandLine.hasSwitch(name)) : null
if (refused !== null) {
  dialog.showErrorBox('Clarion did not start', `It was started with --${refused}, which would open the app, and the API key in it, to others.`)
  app.exit(1)
} else {
  const dataFolder = app.commandLine.getSwitchValue('user-data-dir')
  if (dataFolder !== '') app.setPath('userData', dataFolder)
  // Development as root in a container cannot have Chromium's sandbox; there, each window still asks for its own. A package never gets here so.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }])
  if (app.requestSingleInstanceLock()) start()
  else app.quit()
}

function start(): void {
  const { platform, env } = process
  const now = (): number => Date.now()
  const inUserData = (name: string): string => join(app.getPath('userData'), name)
  const log = makeLog(makeLogFile(inUserData('logs/main.log')), now)
  const hasDevTools = !app.isPackaged
  const devOrigin = devOriginOf(env, app.isPackaged)
  const asked = takeProvision(env)
  let window: BrowserWindow | null = null

  process.on('uncaughtException', (error) => log('uncaught', factsOf(error)))
  process.on('unhandledRejection', (error) => log('unhandled', factsOf(error)))
  log('start', { version: app.getVersion(), electron: process.versions.electron, platform })
  guardPages(log)

  const show = (): void => {
    if (window !== null) return bringForward(window)
    window = openWindow({
      preload: join(__dirname, '../preload/preload.cjs'),
      placeFile: makeStateFile(inUserData('window.json'), now),
      hasDevTools,
      platform,
      now,
      log,
    })
    window.on('closed', () => {
      window = null
    })
  }

  async function open(): Promise<void> {
    guardSession(session.defaultSession, devOrigin, log)
    protocol.handle(SCHEME, devOrigin === null ? makeAssetHandler(readManifest(join(__dirname, '../renderer'))) : makeDevHandler(devOrigin))
    setMenu(platform, hasDevTools)

    const vault = makeKeyVault({ load: () => safeStorage, platform, now, log })
    const workspaces = new Workspaces(makeStateFile(inUserData('workspaces.json'), now), vault)
    const demo = makeDemo(() => startSandbox(), workspaces)
    const api = makeConversationsApi(makeClient({ fetch, now }))
    const links = makeLinkOpener(() => window)
    const about = { appVersion: app.getVersion(), platform }
    const bridge = makeBridge({ workspaces, api, demo, links, about })
    serveDoor(makeDoor(bridge, log), (contents) => contents === window?.webContents)

    if (asked.ask === 'impossible') process.stderr.write(`${asked.why}\n`)
    await provision(asked, { workspaces, demo })

    onWake(() => window !== null && sendWake(window.webContents))
    app.on('second-instance', show)
    app.on('window-all-closed', () => app.quit())
    show()
  }

  app.whenReady().then(open).catch((error: unknown) => {
    log('not-started', factsOf(error))
    process.stderr.write(`Clarion could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    app.exit(1)
  })
}
