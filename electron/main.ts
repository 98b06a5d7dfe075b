import { join } from 'node:path'
import { app, clipboard, dialog, protocol, safeStorage, session } from 'electron'
import { makeKeyVault } from './accounts/api-key.ts'
import { makeAppearance } from './shell/appearance.ts'
import { type Client, makeClient } from './api/client.ts'
import { makeConversationsApi } from './api/conversations.ts'
import { API_BUDGETS, makeRateLimit } from './api/rate-limit.ts'
import { makeLoggedApi, makeRequestLog } from './api/request-log.ts'
import { makeAssetHandler, readManifest } from './guards/assets.ts'
import { makeBridge } from './bridge.ts'
import { tidyDatabases } from './storage/database-folder.ts'
import { makeDemo } from './accounts/demo.ts'
import { devOriginOf, makeDevHandler } from './guards/dev-server.ts'
import { makeDoor } from './door.ts'
import { guardPages, guardSession } from './guards/page-guards.ts'
import { sendCommand, sendWake, serveDoor } from './ipc.ts'
import { makeOpBackups } from './op-backup/backups.ts'
import { errorFactsOf } from './storage/error-facts.ts'
import { type Log, makeLog, makeLogFile } from './storage/log.ts'
import { SCHEME } from './guards/origin.ts'
import { stepZoom, type ZoomStep } from '../src/shared/zoom.ts'
import { claimProfile, NEWER_PROFILE } from './storage/profile-check.ts'
import { provision, type Provision, takeProvision } from './accounts/provision.ts'
import { makeRequestReading } from './exports/request-export.ts'
import { makeLinkOpener } from './shell/link-dialog.ts'
import { makeDesktop } from './shell/outside.ts'
import { makeMenu } from './shell/menu/menu.ts'
import { onPageGone } from './shell/recovery/page-gone.ts'
import { makeQuitter, type Quitter } from './shell/quit/quit.ts'
import { watchQuit } from './shell/quit/watch-quit.ts'
import { makeExportFiles, markOf } from './exports/export-file.ts'
import { makeExporter } from './exports/exporter.ts'
import { refuseToStart } from './shell/recovery/refuse-start.ts'
import { makeExportSaver } from './shell/save-dialog.ts'
import { applySystemLocale } from './shell/apply-locale.ts'
import { makeSurface } from './shell/surface.ts'
import { watchWindowKeys } from './shell/watch-window-keys.ts'
import { onWake } from './shell/wake.ts'
import { keepDictionariesOut } from './shell/spelling.ts'
import { makeStateFile } from './storage/state-file.ts'
import { withStopPage } from './shell/recovery/stop-page.ts'
import { refusedSwitch } from './guards/switches.ts'
import { makeUnsentTotals } from './op-backup/unsent-totals.ts'
import { makeOnlyWindow, type OnlyWindow } from './window.ts'
import { WORKSPACES_FORMAT } from './accounts/workspace-state.ts'
import { WorkspaceStore } from './accounts/workspaces.ts'

// Start here. This file makes the parts and joins them; what they do is written in their own.

const refused = app.isPackaged ? refusedSwitch((name) => app.commandLine.hasSwitch(name)) : null
if (refused !== null) {
  dialog.showErrorBox(
    'Clarion did not start',
    `It was started with --${refused}, which would open the app, and the API key in it, to others.`,
  )
  app.exit(1)
} else {
  const dataFolder = app.commandLine.getSwitchValue('user-data-dir')
  if (dataFolder !== '') app.setPath('userData', dataFolder)
  // Development as root in a container cannot have Chromium's sandbox; there, each window still asks for its own. A package never gets here so.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
  const claim = claimProfile(app.getPath('userData'), () => app.requestSingleInstanceLock(), now)
  if (claim === 'ours') start()
  else if (claim === 'running') app.quit()
  else void refuseToStart(claim)
}

function start(): void {
  const { platform, env } = process
  const logFile = inUserData('logs/main.log')
  const log = makeLog(makeLogFile(logFile), now)
  process.on('uncaughtException', (error) => reportBug('uncaught', error, log))
  process.on('unhandledRejection', (error) => reportBug('unhandled', error, log))
  log('start', { version: app.getVersion(), electron: process.versions.electron, platform })
  app.on('child-process-gone', (_event, { type, reason }) => log('child-gone', { type, reason }))
  const moved = tidyDatabases(app.getPath('userData'), now)
  if (moved > 0) log('database-files-moved', { moved })
  guardPages(log)
  watchQuit(log)

  const quitter = makeQuitter(() => window.current())
  const window = makeOnlyWindow({
    preload: join(__dirname, '../preload/preload.cjs'),
    placeFile: makeStateFile(inUserData('window.json'), now),
    logFile,
    hasDevTools: !app.isPackaged,
    platform,
    onClosing: quitter.closing,
    now,
    log,
  })
  app.on('window-all-closed', () => app.quit())
  const asked = takeProvision(env)
  const devOrigin = devOriginOf(env, app.isPackaged)
  const ready = app.whenReady().then(() => open({ asked, devOrigin, window, quitter, log }))
  ready.catch((error: unknown) => {
    reportBug('not-started', error, log)
    void refuseToStart({
      reason: 'Something broke during the start. The log says more:',
      path: inUserData('logs/main.log'),
    })
  })
}

type Prepared = {
  readonly asked: Provision
  readonly devOrigin: string | null
  readonly window: OnlyWindow
  readonly quitter: Quitter
  readonly log: Log
}

async function open({ asked, devOrigin, window, quitter, log }: Prepared): Promise<void> {
  const { platform } = process
  const rendererFolder = join(__dirname, '../renderer')
  guardSession(session.defaultSession, devOrigin, log)
  keepDictionariesOut(session.defaultSession, platform)
  const handler = devOrigin === null ? makeAssetHandler(() => readManifest(rendererFolder)) : makeDevHandler(devOrigin)
  protocol.handle(SCHEME, withStopPage(handler))
  const surface = makeSurface(() => window.current())
  const onZoom = (step: ZoomStep) => surface.zoomTo(stepZoom(surface.zoomLevel(), step))
  watchWindowKeys({ platform, onZoom })
  const showMenu = makeMenu({
    platform,
    hasDevTools: !app.isPackaged,
    onQuit: quitter.quit,
    onZoom,
    onChoose: (commandId) => sendCommand(window.current()?.webContents, commandId),
  })
  showMenu([])

  const vault = makeKeyVault({ load: () => safeStorage, platform, now, log })
  const listPath = inUserData('workspaces.json')
  const workspaces = new WorkspaceStore(makeStateFile(listPath, now, WORKSPACES_FORMAT), vault)
  log('workspaces', { health: workspaces.health })
  if (workspaces.health === 'newer') return await refuseToStart({ reason: NEWER_PROFILE, path: listPath })
  // Most never ask for it: it is not loaded before.
  const demo = makeDemo(async () => (await import('./sandbox/server.ts')).startSandbox(), workspaces)
  // Node loads its fetch when it is first named, which takes tens of milliseconds: the window's process comes meanwhile.
  let made: Client | null = null
  const client: Client = (account, request) => (made ??= makeClient({ fetch, now }))(account, request)
  const api = makeConversationsApi(client)
  const requests = makeRequestLog()
  const apiOf = makeLoggedApi(client, { log: requests, now, elapsed: () => performance.now() })
  const links = makeLinkOpener(() => window.current())
  const exporter = makeExporter(
    makeExportSaver(() => window.current(), makeExportFiles(markOf(app.getPath('userData')), log)),
    log,
  )
  onPageGone(exporter.pageGone)
  const about = { appVersion: app.getVersion(), platform }
  const locale = applySystemLocale()
  const journals = makeOpBackups({ folder: inUserData('journals'), vault, workspaces, now, log })
  const unsent = makeUnsentTotals(workspaces)
  quitter.ask(() => unsent.total())
  const appearance = makeAppearance(makeStateFile(inUserData('appearance.json'), now), surface)
  const makeLimit = () =>
    makeRateLimit({
      budgets: API_BUDGETS,
      now: () => performance.now(),
      after: (delayMs, run) => void setTimeout(run, delayMs),
    })
  // Newer runtimes answer later, older ones at once.
  const copy = async (text: string): Promise<void> => clipboard.writeText(text)
  const requestReading = makeRequestReading({ requests, workspaces, exporter, copy, about, now })
  const logged = { apiOf, requests, requestReading }
  const kept = { workspaces, journals, unsent, appearance }
  const outside = makeDesktop(window, log)
  const bridge = makeBridge({
    api,
    demo,
    links,
    exporter,
    showMenu,
    makeLimit,
    about,
    locale,
    log,
    ...kept,
    ...logged,
    ...outside,
  })
  serveDoor(makeDoor(bridge, log), (contents) => contents === window.current()?.webContents)

  if (asked.ask === 'impossible') process.stderr.write(`${asked.why}\n`)
  await provision(asked, { workspaces, demo })
  onWake(() => sendWake(window.current()?.webContents))
  app.on('second-instance', () => window.show())
  window.show()
}

function now(): number {
  return Date.now()
}

function inUserData(name: string): string {
  return join(app.getPath('userData'), name)
}

/** The log gets no words of the error; whoever develops sees all of it. */
function reportBug(event: string, error: unknown, log: Log): void {
  log(event, errorFactsOf(error))
  if (!app.isPackaged) process.stderr.write(`${event}: ${error instanceof Error ? error.stack : String(error)}\n`)
}
