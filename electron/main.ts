import { join } from 'node:path'
import { app, dialog, protocol } from 'electron'
import { makeBridge } from './bridge.ts'
import type { takeOldFiles } from './carry-over/old-files.ts'
import { openCarryOver } from './carry-over/open-carry-over.ts'
import { prepareDatabases } from './carry-over/prepare-databases.ts'
import { openDeviceBackups } from './device-backup/open-device-backups.ts'
import { makeDemo } from './accounts/demo.ts'
import { devOriginOf } from './guards/dev-server.ts'
import { makeDoor } from './door.ts'
import { keepTlsOn } from './guards/environment.ts'
import { guardPages } from './guards/page-guards.ts'
import { sendWake, serveDoor } from './ipc.ts'
import { inUserData } from './parts/in-user-data.ts'
import { makeSaver, openRequests } from './parts/open-requests.ts'
import { openStores, WORKSPACES_FILE } from './parts/open-stores.ts'
import { type Policy, readPolicy } from './policy/policy.ts'
import { policyPlaceOf } from './policy/policy-file.ts'
import { type Log, makeLog, makeLogFile } from './storage/log.ts'
import { SCHEME } from './guards/origin.ts'
import { languageOf, setLanguage } from '../src/shared/language.ts'
import { recordStackFrames } from '../src/shared/stack-frames.ts'
import { claimProfile } from './storage/profile-check.ts'
import { reportBug } from './storage/report-bug.ts'
import { provision, type Provision, takeProvision } from './accounts/provision.ts'
import { gatherReport } from './report/gather-report.ts'
import { makeReporter, type Reporter } from './report/reporter.ts'
import { watchSpeed } from './report/speed.ts'
import { makeConfirmations } from './shell/confirmations.ts'
import { makeDesktopAlerts } from './shell/desktop-alerts.ts'
import { type OpenedLinks, openLinks } from './shell/links/open-links.ts'
import { areArgumentsTooLong } from './shell/links/second-start.ts'
import { serveMenu } from './shell/menu/menu.ts'
import { onPageGone } from './shell/recovery/page-gone.ts'
import { makeQuitter, type Quitter } from './shell/quit/quit.ts'
import { watchQuit } from './shell/quit/watch-quit.ts'
import type { ExportSaver } from './exports/exporter.ts'
import { watchMainCrashes } from './shell/recovery/main-crash.ts'
import { refuseToStart } from './shell/recovery/refuse-start.ts'
import { applySystemLocale } from './shell/apply-locale.ts'
import { type Lifecycle, makeLifecycle } from './shell/tray/lifecycle.ts'
import { servePage } from './shell/serve-page.ts'
import { makeSurface } from './shell/surface.ts'
import { onWake } from './shell/wake.ts'
import { openUpdates } from './updates/open-updates.ts'
import { openSealing } from './sealing/open-sealing.ts'
import { makeStateFile } from './storage/state-file.ts'
import { text } from './strings/text.ts'
import { refusedSwitch } from './guards/switches.ts'
import { makeOnlyWindow, type OnlyWindow, openPlainWindow } from './window.ts'

// Start here. This file makes the parts of the main process and connects them. What each part does is in its own file.

const RENDERER = join(__dirname, '../renderer')
const LEGAL = { legalFolder: join(__dirname, '../legal') }

// Before anything can break, because an error's frames can't be recorded afterwards.
recordStackFrames()
keepTlsOn(process.env)
const args = process.argv.slice(1)
const refused = app.isPackaged ? refusedSwitch(args, process.platform) : null
if (refused !== null) refuseArguments(() => text('start.switchRefused.text', { name: refused }))
else if (areArgumentsTooLong(args)) refuseArguments(() => text('start.argumentsTooLong'))
else claimProfileAndStart()

function refuseArguments(reason: () => string): void {
  setLanguage(languageOf('system', app.getPreferredSystemLanguages()))
  dialog.showErrorBox(text('start.switchRefused.title'), reason())
  app.exit(1)
}

function claimProfileAndStart(): void {
  const dataFolder = app.commandLine.getSwitchValue('user-data-dir')
  if (dataFolder !== '') app.setPath('userData', dataFolder)
  // As root in a container, development cannot use Chromium's sandbox. Each window still asks for its own. A package refuses this switch.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  // Keeps the page's compiled scripts for the next start. Electron 25 ignores it.
  const codeCache = true
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache } },
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
  process.on('unhandledRejection', (error) => reportBug('unhandled', error, log, app.isPackaged))
  log('start', { version: app.getVersion(), electron: process.versions.electron, platform })
  app.on('child-process-gone', (_event, { type, reason }) => log('child-gone', { type, reason }))
  const files = prepareDatabases(app.getPath('userData'), now, log)
  const devOrigin = devOriginOf(env, app.isPackaged)
  guardPages(devOrigin, log)
  watchQuit(log)

  const quitter = makeQuitter(() => window.current())
  const saver = makeSaver(() => window.current(), log)
  const openWindow = () => openPlainWindow(window.current(), platform)
  const reporter = makeReporter({ openWindow, saver, now, log })
  watchMainCrashes({ logFile, windowOf: () => window.current(), reportProblem: reporter.open, now, log })
  const lifecycle = makeLifecycle(quitter, log)
  const window = makeOnlyWindow({
    preload: join(__dirname, '../preload/preload.cjs'),
    placeFile: makeStateFile(inUserData('window.json'), now),
    logFile,
    reportProblem: reporter.open,
    hasDevTools: !app.isPackaged,
    platform,
    onClosing: lifecycle.closing,
    now,
    log,
  })
  const links = openLinks(window, now, log)
  const shell = { window, quitter, lifecycle, links, saver, reporter, speed: watchSpeed(now), logFile, log }
  const early: Early = { ...shell, asked: takeProvision(env), policy: readPolicyOnce(log), files, devOrigin }
  app
    .whenReady()
    .then(() => open(early))
    .catch((error: unknown) => {
      reportBug('not-started', error, log, app.isPackaged)
      void refuseToStart({ reason: () => text('start.broke'), path: logFile })
    })
}

/** The parts that exist before Electron is ready. */
type Early = {
  readonly asked: Provision
  readonly policy: Policy
  readonly files: ReturnType<typeof takeOldFiles>
  readonly devOrigin: string | null
  readonly window: OnlyWindow
  readonly quitter: Quitter
  readonly saver: ExportSaver
  readonly reporter: Reporter
  readonly speed: ReturnType<typeof watchSpeed>
  readonly logFile: string
  readonly lifecycle: Lifecycle
  readonly links: OpenedLinks
  readonly log: Log
}

async function open(early: Early): Promise<void> {
  const { asked, policy, window, quitter, reporter, links, log } = early
  await servePage(RENDERER, early.devOrigin, log, reporter.serve)
  const page = () => window.current()?.webContents
  const surface = makeSurface(() => window.current())
  // Sets the language, which the menu needs.
  const stores = openStores({ surface, now, log })
  const showMenu = serveMenu({ surface, page, onQuit: quitter.quit, onReport: reporter.open, ...LEGAL })
  const { workspaces } = stores
  log('workspaces', { health: workspaces.health })
  if (workspaces.health === 'newer')
    return await refuseToStart({ reason: () => text('start.newerProfile'), path: inUserData(WORKSPACES_FILE) })
  // After a newer version's list was ruled out, and before anything reads a workspace.
  stores.forgetting.resume()
  quitter.ask(() => stores.unsent.total())

  // Most users never open the demo, so the sandbox loads on demand.
  const demo = makeDemo(async () => (await import('./sandbox/server.ts')).startSandbox(), workspaces)
  const about = { appVersion: app.getVersion(), platform: process.platform }
  const { withdrawAll: withdrawNotifications, ...alerts } = makeDesktopAlerts({
    ...{ window, replies: stores.replies, log },
    isLocked: () => sealing.isLocked(),
  })
  const requests = openRequests({ ...early, now }, workspaces, about)
  const file = makeStateFile(inUserData('background.json'), now)
  const life = early.lifecycle.open({ window, file, policy, lock: () => void sealing.bridge.lockApp({}), log })
  const sealing = openSealing({
    ...{ ...stores, profile: app.getPath('userData'), window, withdrawNotifications },
    ...{ onLockChange: () => life.showLock(sealing.isLocked()), policy, restart: quitter.restart, now, log },
  })
  const { loadFetch } = requests.network
  const unsent = () => stores.unsent.total()
  const updates = openUpdates({ policy: policy.updateFeed, quitter, unsent, loadFetch, now, log })
  life.showLock(sealing.isLocked())
  const sources = { ...stores, ...requests, sealing, about: { ...about, isPackaged: app.isPackaged } }
  reporter.gather(() => gatherReport({ ...sources, logFile: early.logFile, now }))
  const confirmations = makeConfirmations(window, workspaces, policy, log)
  const deviceBackups = openDeviceBackups({ ...stores, ...requests, ...confirmations, window, now, log })
  onPageGone(() => deviceBackups.pageGone())
  const bridge = makeBridge({
    ...stores,
    ...requests,
    ...alerts,
    ...{ demo, policy, ...confirmations, spelling: window },
    ...life.withTray(alerts.badge, showMenu),
    sealing,
    deviceBackups,
    updates: updates.bridge,
    reportProblem: reporter.open,
    speed: early.speed,
    background: life.background,
    typedSaved: early.lifecycle.typedSaved,
    appLinks: links,
    carryOver: openCarryOver({ ...early, renderer: RENDERER, forgotten: stores.forgetting.databaseNames() }),
    about,
    locale: applySystemLocale(),
    log,
  })
  serveDoor(makeDoor(bridge, log), (contents) => contents === window.current()?.webContents)

  if (asked.ask === 'impossible') process.stderr.write(`${asked.why}\n`)
  await provision(asked, { workspaces, demo })
  onWake(() => sendWake(page()))
  life.start(links.ready())
  updates.begin()
}

function readPolicyOnce(log: Log): Policy {
  const policy = readPolicy(policyPlaceOf(process.platform, process.env, app.isPackaged))
  log('policy', policy.facts)
  return policy
}

function now(): number {
  return Date.now()
}
