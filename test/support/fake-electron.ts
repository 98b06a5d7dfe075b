import { EventEmitter } from 'node:events'
import { vi } from 'vitest'

/** A function that does nothing and returns itself, also for each of its properties. It stands for the parts that a test does not ask about. */
const nothing: unknown = new Proxy(() => undefined, {
  // A value with `then` would be awaited, and a function never ends.
  get: (_target, name) => (name === 'then' || typeof name === 'symbol' ? undefined : nothing),
  apply: () => nothing,
})

/** The given parts; `nothing` for every other. */
function only<T extends object>(parts: T): T {
  return new Proxy(parts, {
    get: (target, name): unknown =>
      name in target || typeof name === 'symbol' || name === 'then' ? Reflect.get(target, name, target) : nothing,
  })
}

/** A page that emits what Electron would. */
export function makeFakeContents(type = 'window') {
  return only(
    Object.assign(new EventEmitter(), {
      getType: () => type,
      setWindowOpenHandler: vi.fn(),
      setWebRTCIPHandlingPolicy: vi.fn(),
    }),
  )
}

/** A session that keeps the handlers it is given. */
export function makeFakeSession() {
  return only(
    Object.assign(new EventEmitter(), {
      webRequest: only({ onBeforeRequest: vi.fn() }),
      setPermissionRequestHandler: vi.fn(),
      setPermissionCheckHandler: vi.fn(),
      setDevicePermissionHandler: vi.fn(),
      setProxy: vi.fn(),
      setSpellCheckerEnabled: vi.fn(),
      protocol: only({ handle: vi.fn() }),
    }),
  )
}

/** One session for each name. */
function makeFakeSessions() {
  const partitions = new Map<string, ReturnType<typeof makeFakeSession>>()
  return {
    defaultSession: makeFakeSession(),
    partitions,
    fromPartition(name: string) {
      const session = partitions.get(name) ?? makeFakeSession()
      partitions.set(name, session)
      return session
    },
  }
}

type FakeElectronOptions = {
  readonly userData: string
  readonly isPackaged?: boolean
}

type WindowOptions = { readonly webPreferences: Readonly<Record<string, unknown>> }
type FakeWindow = { readonly options: WindowOptions; readonly webContents: object }

/** Electron as far as the start of the main process needs it. Nothing opens. */
export function makeFakeElectron({ userData, isPackaged = false }: FakeElectronOptions) {
  const windows: FakeWindow[] = []
  const BrowserWindow: new (options: WindowOptions) => object = class extends EventEmitter {
    constructor(options: WindowOptions) {
      super()
      const webContents = makeFakeContents()
      windows.push({ options, webContents })
      const calls = {
        webContents,
        isDestroyed: () => true,
        isMaximized: () => false,
        getBounds: () => display.workArea,
      }
      // oxlint-disable-next-line no-constructor-return -- the parts that are missing do nothing
      return only(Object.assign(this, calls))
    }
  }
  const display = { id: 1, workArea: { x: 0, y: 0, width: 1_920, height: 1_080 } }
  const app = only(
    Object.assign(new EventEmitter(), {
      isPackaged,
      commandLine: only({ hasSwitch: () => false, getSwitchValue: () => '', appendSwitch: vi.fn() }),
      enableSandbox: vi.fn(),
      exit: vi.fn(),
      quit: vi.fn(),
      getPath: () => userData,
      getVersion: () => '1.0.0',
      getPreferredSystemLanguages: () => ['en'],
      getSystemLocale: () => 'en-US',
      requestSingleInstanceLock: () => true,
      whenReady: async () => undefined,
    }),
  )
  return {
    windows,
    app,
    BrowserWindow,
    session: makeFakeSessions(),
    protocol: only({ handle: vi.fn(), registerSchemesAsPrivileged: vi.fn() }),
    ipcMain: { handle: vi.fn() },
    dialog: only({ showErrorBox: vi.fn(), showMessageBox: vi.fn(async () => ({ response: 0 })) }),
    screen: only(
      Object.assign(new EventEmitter(), {
        getPrimaryDisplay: () => display,
        getAllDisplays: () => [display],
        getDisplayMatching: () => display,
      }),
    ),
    nativeTheme: only({ shouldUseDarkColors: false }),
    powerMonitor: new EventEmitter(),
    systemPreferences: nothing,
    safeStorage: only({ isEncryptionAvailable: () => false }),
    shell: nothing,
    clipboard: nothing,
    Menu: nothing,
    MenuItem: nothing,
    Notification: nothing,
    nativeImage: nothing,
    Tray: nothing,
  }
}
