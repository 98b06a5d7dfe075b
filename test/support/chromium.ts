import { NO_POLICY, NO_PROXY } from './no-policy.ts'
import { openKeys } from '../../electron/sealing/open-keys.ts'
import { makeSealing } from '../../electron/sealing/sealing.ts'
import { NO_LIFECYCLE } from './no-lifecycle.ts'
import { makeOpenLock } from './open-lock.ts'
import { mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll } from 'vitest'
import { makeAppearance } from '../../electron/shell/appearance.ts'
import { makeClient } from '../../electron/api/client.ts'
import { makeConversationsApi } from '../../electron/api/conversations.ts'
import { makeLoggedApi, makeRequestLog } from '../../electron/api/request-log.ts'
import { makeAssetHandler, readManifest } from '../../electron/guards/assets.ts'
import { API_BUDGETS, makeRateLimit } from '../../electron/api/rate-limit.ts'
import { makeBridge } from '../../electron/bridge.ts'
import { openForgetting } from '../../electron/accounts/forgetting.ts'
import { makeDemo } from '../../electron/accounts/demo.ts'
import { makeDoor } from '../../electron/door.ts'
import { makeExportFiles, markOf } from '../../electron/exports/export-file.ts'
import { makeExporter } from '../../electron/exports/exporter.ts'
import { makeKeptReplies, REPLIES_FORMAT } from '../../electron/op-backup/kept-replies.ts'
import { makeOpBackups } from '../../electron/op-backup/backups.ts'
import { START_URL } from '../../electron/guards/origin.ts'
import { makeRequestReading } from '../../electron/exports/request-export.ts'
import { type SandboxOptions, startSandbox } from '../../electron/sandbox/server.ts'
import { makeStateFile } from '../../electron/storage/state-file.ts'
import { makeUnsentTotals } from '../../electron/op-backup/unsent-totals.ts'
import { WORKSPACES_FORMAT } from '../../electron/accounts/workspace-state.ts'
import { WorkspaceStore } from '../../electron/accounts/workspaces.ts'
import { findChromium } from '../../scripts/chromium.mjs'
import type { BridgeEvents } from '../../src/shared/bridge-events.ts'
import { BRIDGE_METHODS } from '../../src/shared/bridge-methods.ts'
import { invariant, success } from '../../src/shared/failure.ts'
import { setLanguage, type TextLanguage } from '../../src/shared/language.ts'
import { FakeDeviceBackup } from './fake-device-backup.ts'
import { freezeDate } from './frozen-date.ts'
import { frozenSandbox } from './frozen-sandbox.ts'
import { NO_CARRY_OVER } from './no-carry-over.ts'
import { NO_UPDATES } from './no-updates.ts'
import { removeFolder } from './remove-folder.ts'
import { SAME_PIXELS } from './same-pixels.ts'

export type BuiltWindow = {
  readonly page: Page
  readonly violations: readonly string[]
  readonly close: () => Promise<void>
}

export type WindowOptions = {
  /** Of the texts, with the formats of its main region. The main process runs in the test's own, so all open windows share it. */
  readonly language?: TextLanguage
  /** Where the clocks of the page and of the main process stand still, epoch ms. The demo is small and always the same then. */
  readonly frozenAt?: number
}

/** The region that belongs to a language. */
const REGIONS: Readonly<Partial<Record<TextLanguage, string>>> = { de: 'de-DE', es: 'es-ES' }

const RENDERER = fileURLToPath(new URL('../../out/renderer', import.meta.url))

/**
 * The built window in a current Chromium, with the same headers as app://clarion and the main process's handlers
 * behind its bridge. Tests that the screens work in the engine of the current Electron, whichever is installed.
 */
export async function openBuiltWindow({ language = 'en', frozenAt }: WindowOptions = {}): Promise<BuiltWindow> {
  const folder = await mkdtemp(join(tmpdir(), 'clarion-window-'))
  const region = REGIONS[language] ?? 'en-US'
  const door = makeMainProcess(folder, { language, region, frozenAt })
  const site = await serveRenderer()
  const context = await (await openBrowser()).newContext({ locale: region })
  const page = await context.newPage()
  if (frozenAt !== undefined) await page.addInitScript(freezeDate, frozenAt)
  const violations: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted ?Type/i.test(message.text())) violations.push(message.text())
  })
  await page.exposeFunction('callMain', (method: string, input: unknown) =>
    door(method, { url: START_URL, isTopFrame: true, isOurWindow: true }, input),
  )
  await page.addInitScript((methods) => {
    const main = (window as unknown as { callMain(method: string, input: unknown): Promise<unknown> }).callMain
    const calls = Object.fromEntries(methods.map((method) => [method, (input: unknown) => main(method, input)]))
    // An event that is missing does not compile.
    const events: Record<keyof BridgeEvents, () => unknown> = {
      onWake: () => () => {},
      onSpellingQuestion: () => () => {},
      onOwnWord: () => () => {},
      provideSpelling: () => {},
      onOpenConversation: () => () => {},
      onCommand: () => () => {},
      onLock: () => () => {},
      onSaveTyped: () => () => {},
      onNotificationAnswer: () => () => {},
      onLink: () => () => {},
      onProxyQuestion: () => () => {},
    }
    Object.assign(window, {
      bridge: {
        ...calls,
        ...events,
      },
    })
  }, Object.keys(BRIDGE_METHODS))
  await page.goto(site.url)
  return {
    page,
    violations,
    async close() {
      await context.close()
      await site.close()
      setLanguage('en')
      await removeFolder(folder)
    },
  }
}

/** The stories of a file share one browser. Each has a context of its own, with its own storage. */
let browser: Browser | null = null

async function openBrowser(): Promise<Browser> {
  if (browser?.isConnected() === true) return browser
  const executablePath = findChromium()
  invariant(executablePath !== null, 'setup installs a Chromium for the tests, or says how to')
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', ...SAME_PIXELS.args]
  browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...SAME_PIXELS.env } })
  return browser
}

afterAll(() => browser?.close())

type MainOptions = {
  readonly language: TextLanguage
  readonly region: string
  readonly frozenAt: number | undefined
}

function makeMainProcess(folder: string, { language, region, frozenAt }: MainOptions): ReturnType<typeof makeDoor> {
  const now = frozenAt === undefined ? Date.now : () => frozenAt
  const log = (): void => {}
  // Like a machine without a keychain: the key lasts for this session.
  const safeStorage = {
    isEncryptionAvailable: () => false,
    encryptString: () => Buffer.alloc(0),
    decryptString: () => '',
  }
  const keys = openKeys({ profile: folder, load: () => safeStorage, platform: 'linux', now, log })
  // With an unprotected key there is no notice about it.
  keys.choice.choose(frozenAt === undefined ? 'memory' : 'unprotected')
  const { vault, dataKeys } = keys
  const workspaces = new WorkspaceStore(makeStateFile(join(folder, 'workspaces.json'), now, WORKSPACES_FORMAT), vault)
  const demo = makeDemo(() => startSandbox(demoOptions(frozenAt)), workspaces)
  const client = makeClient({ fetch, now })
  const api = makeConversationsApi(client)
  const requests = makeRequestLog()
  const apiOf = makeLoggedApi(client, { log: requests, now, elapsed: () => performance.now() })
  const links = { confirm: () => Promise.resolve(false), open: () => Promise.resolve() }
  // A browser has no system dialogs.
  const hosts = { admit: () => Promise.resolve(success(null)) }
  const exporter = makeExporter(
    { choose: () => Promise.resolve(null), begin: makeExportFiles(markOf('a test'), () => {}) },
    log,
  )
  const makeLimit = () =>
    makeRateLimit({
      budgets: API_BUDGETS,
      now: () => performance.now(),
      after: (delayMs, run) => void setTimeout(run, delayMs),
    })
  const repliesFile = makeStateFile(join(folder, 'notification-replies.json'), now, REPLIES_FORMAT)
  const replies = makeKeptReplies({ file: repliesFile, vault, log })
  const backups = makeOpBackups({ folder: join(folder, 'journals'), vault, workspaces, now, log })
  const about = { appVersion: '0.0.0', platform: 'linux' }
  const locale = { dates: region, numbers: region, clock: null }
  const unsent = makeUnsentTotals(workspaces, dataKeys)
  // A browser window cannot be themed or zoomed by the page. The document of the next load is written in this language.
  const useLanguage = (): TextLanguage => {
    setLanguage(language)
    return language
  }
  const surface = { showTheme: () => {}, useLanguage, zoomLevel: () => 0, zoomTo: () => {} }
  const appearance = makeAppearance(makeStateFile(join(folder, 'appearance.json'), now), surface)
  const copy = () => Promise.resolve()
  const logged = {
    apiOf,
    requests,
    requestReading: makeRequestReading({ requests, workspaces, exporter, copy, about, now }),
  }
  const outside = {
    notifications: {
      showNotification: () => Promise.resolve(success(false)),
      withdrawNotification: () => Promise.resolve(success(null)),
      testNotification: () => Promise.resolve(success('unsupported' as const)),
      readNotificationAbilities: () =>
        Promise.resolve(success({ system: 'linux' as const, isSupported: false, isRefused: false, canAnswer: false })),
      takeNotificationAnswers: () => Promise.resolve(success([])),
      endNotificationAnswer: () => Promise.resolve(success(null)),
    },
    spelling: { answerSpelling: () => Promise.resolve(success(null)) },
    badge: { showBadge: () => Promise.resolve(success(null)) },
    sealing: makeSealing({ ...keys, workspaces, lock: makeOpenLock(), restart: () => {}, log }),
    updates: NO_UPDATES,
    reportProblem: () => {},
    speed: () => ({ startedAt: 0, windowAt: null, processes: [] }),
    carryOver: NO_CARRY_OVER,
    ...NO_LIFECYCLE,
    network: NO_PROXY,
    policy: NO_POLICY,
    deviceBackups: { bridge: new FakeDeviceBackup().bridge },
  }
  const forgetting = openForgetting(join(folder, 'forgetting.json'), {
    workspaces,
    dataKeys,
    backups,
    replies,
    now,
    log,
  })
  const kept = { workspaces, backups, forgetting, unsent, appearance }
  const fixed = { log, api, demo, links, hosts, exporter, showMenu: () => {}, makeLimit, about, locale }
  return makeDoor(makeBridge({ ...fixed, ...kept, ...logged, ...outside }), log)
}

function demoOptions(frozenAt: number | undefined): SandboxOptions {
  return frozenAt === undefined ? { answers: false } : frozenSandbox(frozenAt)
}

async function serveRenderer(): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const answer = makeAssetHandler(() => readManifest(RENDERER))
  const server = createServer((request, response) => {
    const url = START_URL + (request.url ?? '/').slice(1)
    void answer({ method: request.method ?? 'GET', url }).then(async (asset) => {
      response.writeHead(asset.status, Object.fromEntries(asset.headers))
      response.end(Buffer.from(await asset.arrayBuffer()))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
