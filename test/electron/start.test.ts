import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readLogTail } from '../../electron/report/log-tail.ts'
import { reportText } from '../../electron/report/report-text.ts'
import { BRIDGE_METHODS } from '../../src/shared/bridge-methods.ts'
import { makeFakeContents, makeFakeElectron } from '../support/fake-electron.ts'

/** The start of the main process in a fake Electron: which guards it puts up, and with what. */

const NO_PARTS = { at: 0, versions: {}, settings: {}, workspaces: [], names: [] }
let userData: string
const argvBefore = process.argv
let listenersBefore: readonly NodeJS.UncaughtExceptionListener[]
let rejectionListenersBefore: readonly NodeJS.UnhandledRejectionListener[]

beforeEach(() => {
  userData = mkdtempSync(join(tmpdir(), 'clarion-start-'))
  listenersBefore = process.listeners('uncaughtException')
  rejectionListenersBefore = process.listeners('unhandledRejection')
})

afterEach(() => {
  vi.doUnmock('electron')
  vi.doUnmock('../../electron/guards/assets.ts')
  vi.unstubAllEnvs()
  process.argv = argvBefore
  Reflect.deleteProperty(process, 'resourcesPath')
  Reflect.deleteProperty(process, 'getCreationTime')
  for (const one of process.listeners('uncaughtException'))
    if (!listenersBefore.includes(one)) process.off('uncaughtException', one)
  for (const one of process.listeners('unhandledRejection'))
    if (!rejectionListenersBefore.includes(one)) process.off('unhandledRejection', one)
  rmSync(userData, { recursive: true, force: true })
})

async function start({ isPackaged = false, args = [] as readonly string[] } = {}) {
  const electron = makeFakeElectron({ userData, isPackaged })
  process.argv = ['clarion', ...args]
  // Electron's own.
  Object.assign(process, { resourcesPath: userData, getCreationTime: () => null })
  vi.resetModules()
  vi.doMock('electron', () => electron)
  // Nothing is built.
  vi.doMock('../../electron/guards/assets.ts', async (load) => ({
    ...(await load<typeof import('../../electron/guards/assets.ts')>()),
    readManifest: () => new Map(),
  }))
  await import('../../electron/main.ts')
  return electron
}

/** Waits until the window is open. */
async function startFully(options?: Parameters<typeof start>[0]) {
  const electron = await start(options)
  await expect.poll(() => electron.windows.length, { timeout: 20_000 }).toBe(1)
  return electron
}

describe('the start', () => {
  it('puts every renderer into the sandbox, before anything opens', async () => {
    const { app } = await start()
    expect(app.enableSandbox).toHaveBeenCalledOnce()
  })

  it('gives the origin no privilege that weakens its guards', async () => {
    const { protocol } = await start()
    expect(protocol.registerSchemesAsPrivileged.mock.calls).toEqual([
      [[{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]],
    ])
  })

  it.each(['remote-debugging-port', 'js-flags', 'no-sandbox'])('ends in a package with --%s', async (name) => {
    const { app, dialog, protocol } = await start({ isPackaged: true, args: [`--${name}`] })
    expect(app.exit.mock.calls).toEqual([[1]])
    expect(String(dialog.showErrorBox.mock.calls[0]?.[1])).toContain(`--${name}`)
    expect(protocol.registerSchemesAsPrivileged).not.toHaveBeenCalled()
  })

  it('removes the key from the environment, which every window inherits', async () => {
    vi.stubEnv('CLARION_API_URL', 'https://api.example.com')
    vi.stubEnv('CLARION_API_KEY', 'sk_live_1')
    await startFully()
    expect(process.env['CLARION_API_KEY']).toBeUndefined()
  })

  it('removes what would weaken TLS from the environment', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
    vi.stubEnv('NODE_OPTIONS', '')
    await start()
    expect(process.env['NODE_TLS_REJECT_UNAUTHORIZED']).toBeUndefined()
  })

  it('guards every page and the session, and serves only the app’s scheme', async () => {
    const { app, session, protocol } = await startFully()
    const contents = makeFakeContents()
    app.emit('web-contents-created', {}, contents)
    expect(contents.setWindowOpenHandler).toHaveBeenCalledOnce()
    const page = session.fromPartition('persist:sealed')
    expect(page.webRequest.onBeforeRequest).toHaveBeenCalledOnce()
    expect(page.setProxy).toHaveBeenCalledOnce()
    expect(page.setSpellCheckerEnabled.mock.calls).toEqual([[false]])
    expect(page.protocol.handle.mock.calls.map(([scheme]) => String(scheme))).toEqual(['app'])
    expect(protocol.handle).not.toHaveBeenCalled()
  })

  it('lets nothing load in the default session, not even the app’s own page', async () => {
    const { session } = await startFully()
    const { webRequest, protocol, setProxy, setSpellCheckerEnabled } = session.defaultSession
    expect(protocol.handle).not.toHaveBeenCalled()
    expect(setProxy).toHaveBeenCalledOnce()
    expect(setSpellCheckerEnabled.mock.calls).toEqual([[false]])
    const [[listener]] = webRequest.onBeforeRequest.mock.calls as [[(details: object, answer: object) => void]]
    const answer = vi.fn()
    for (const url of ['app://clarion/', 'https://example.com/']) listener({ url, resourceType: 'mainFrame' }, answer)
    expect(answer.mock.calls).toEqual([[{ cancel: true }], [{ cancel: true }]])
  })

  it('moves an entry aside that keeps the window’s databases from opening', async () => {
    mkdirSync(join(userData, 'Partitions', 'sealed'), { recursive: true })
    writeFileSync(join(userData, 'Partitions', 'sealed', 'IndexedDB'), '')
    await start()
    expect(readdirSync(join(userData, 'Partitions', 'sealed'))).toEqual([
      expect.stringMatching(/^IndexedDB\.damaged-\d+$/),
    ])
  })

  it('reads files of an earlier version in a hidden, guarded page without a bridge, and only when its window asks', async () => {
    const old = join('IndexedDB', 'app_clarion_0.indexeddb.leveldb')
    mkdirSync(join(userData, old), { recursive: true })
    const { ipcMain, session, windows } = await startFully()
    expect(existsSync(join(userData, 'Partitions', 'unsealed', old))).toBe(true)
    const [, begin] = ipcMain.handle.mock.calls.find(([channel]) => channel === 'bridge:beginCarryOver') ?? []
    const answer = await begin(
      { sender: windows[0]?.webContents, senderFrame: { url: 'app://clarion/', parent: null } },
      {},
    )
    // The fake page answers nothing.
    expect(answer).toMatchObject({ value: { databases: [], isUnreadable: true } })
    const preferences = windows[1]?.options.webPreferences
    expect(preferences).toMatchObject({ partition: 'persist:unsealed', sandbox: true, nodeIntegration: false })
    expect(preferences).not.toHaveProperty('preload')
    expect(session.fromPartition('persist:unsealed').webRequest.onBeforeRequest).toHaveBeenCalledOnce()
  })

  it('refuses a call of a page that is not in its window', async () => {
    const { ipcMain, windows } = await startFully()
    expect(ipcMain.handle).toHaveBeenCalledTimes(Object.keys(BRIDGE_METHODS).length)
    const [, handle] = ipcMain.handle.mock.calls.find(([channel]) => channel === 'bridge:readSession') ?? []
    const senderFrame = { url: 'app://clarion/', parent: null }
    const ours = windows[0]?.webContents ?? {}
    const answerTo = (sender: object): Promise<unknown> => handle({ sender, senderFrame }, {})
    expect(await answerTo(ours)).toMatchObject({ ok: true })
    expect(await answerTo(makeFakeContents())).toMatchObject({ ok: false, failure: { kind: 'refused' } })
    expect(readFileSync(join(userData, 'logs', 'main.log'), 'utf8')).toContain('sender-refused')
  })
})

it('the app locks with the system, tells its page and is still locked at the next start', async () => {
  writeFileSync(join(userData, 'lock.json'), '{"v":1,"afterIdleMinutes":null,"withSystem":true,"isLocked":false}')
  const { ipcMain, powerMonitor, windows } = await startFully()
  const page = windows[0]?.webContents ?? {}
  const send = vi.fn()
  Object.assign(page, { send })
  const read = (calls: typeof ipcMain.handle.mock.calls): Promise<unknown> => {
    const [, handle] = calls.find(([channel]) => channel === 'bridge:readSession') ?? []
    return handle({ sender: page, senderFrame: { url: 'app://clarion/', parent: null } }, {})
  }
  expect(await read(ipcMain.handle.mock.calls)).toMatchObject({ value: { isLocked: false } })
  powerMonitor.emit('lock-screen')
  expect(send.mock.calls).toEqual([['event:lock']])
  expect(await read(ipcMain.handle.mock.calls)).toMatchObject({ value: { isLocked: true } })
  expect(JSON.parse(readFileSync(join(userData, 'lock.json'), 'utf8'))).toMatchObject({ isLocked: true })
})

it('a rejected promise that nothing handles is in the next report, and neither asks nor ends the app', async () => {
  const { app, dialog } = await startFully({ isPackaged: true })
  const [listener] = process.listeners('unhandledRejection').filter((one) => !rejectionListenersBefore.includes(one))
  const error = new TypeError('Anna Keller wrote to +4917604069012')
  listener?.(error, Promise.resolve())
  const report = reportText({ ...NO_PARTS, logLines: readLogTail(join(userData, 'logs', 'main.log')) })
  const [, defects = ''] = report.split('[defects]')
  expect(defects).toContain('"event":"unhandled","name":"TypeError"')
  expect(report).not.toMatch(/Keller|4917/)
  expect(dialog.showMessageBox).not.toHaveBeenCalled()
  expect(app.quit).not.toHaveBeenCalled()
  expect(app.exit).not.toHaveBeenCalled()
})

describe('the window', () => {
  it.each([true, false])('has a sandboxed, isolated page without Node; packaged: %s', async (isPackaged) => {
    const { windows } = await startFully({ isPackaged })
    expect(windows[0]?.options.webPreferences).toMatchObject({
      partition: 'persist:sealed',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      devTools: !isPackaged,
    })
  })
})
