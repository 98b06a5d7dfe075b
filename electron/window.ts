import { BrowserWindow, nativeTheme, screen, type WebPreferences } from 'electron'
import type { Log } from './storage/log.ts'
import { attachFieldMenu } from './shell/menu/field-menu.ts'
import { loadWithRecovery } from './shell/recovery/window-recovery.ts'
import { hasDictionaries } from './shell/spelling.ts'
import type { StateFile } from './storage/state-file.ts'
import { keepPlace, minimumSize, placeToOpen, type Rectangle } from './window-place.ts'

/** The window's canvas before the page has drawn: the same two colours as in src/ui/tokens.css, so that nothing flashes. */
const CANVAS = { light: '#f4f4f6', dark: '#0e0f11' } as const

type WindowOptions = {
  readonly preload: string
  readonly placeFile: StateFile
  /** For the user to open when the page fails. */
  readonly logFile: string
  /** Developer tools; never in a package. */
  readonly hasDevTools: boolean
  readonly platform: string
  /** The window is about to close; the listener may keep it open. */
  readonly onClosing: (event: { readonly preventDefault: () => void }) => void
  readonly now: () => number
  readonly log: Log
}

/** The app has one window at most. */
export interface OnlyWindow {
  /** Null while there is none. */
  current(): BrowserWindow | null
  /** Opens it, or brings it to the front. */
  show(): void
}

export function makeOnlyWindow(options: WindowOptions): OnlyWindow {
  let window: BrowserWindow | null = null
  return {
    current: () => window,
    show() {
      if (window !== null) return bringForward(window)
      window = openWindow(options)
      window.on('closed', () => {
        window = null
      })
    },
  }
}

/** The only place where a window is made, so that there is none without its locks. */
function openWindow(options: WindowOptions): BrowserWindow {
  const { preload, placeFile, logFile, hasDevTools, platform, onClosing, now, log } = options
  const { bounds, isMaximized } = placeToOpen(placeFile.read(), workAreas())
  const window = new BrowserWindow({
    ...bounds,
    title: 'Clarion',
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? CANVAS.dark : CANVAS.light,
    webPreferences: lockedPreferences({ preload, hasDevTools, platform }),
  })
  window.once('ready-to-show', () => {
    if (isMaximized) window.maximize()
    window.show()
  })
  window.on('close', (event) => {
    onClosing(event)
    const isKept = keepPlace(placeFile, { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() })
    if (!isKept) log('place-not-kept')
  })
  keepMinimumSize(window)
  attachFieldMenu(window)
  loadWithRecovery(window, { logFile, platform, now, log })
  return window
}

/** The primary display's first: Electron's list has no order. */
function workAreas(): readonly Rectangle[] {
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id)
  return [primary, ...others].map((display) => display.workArea)
}

/** The minimum fits the display that the window is on, also after the user has changed its resolution or scale. */
function keepMinimumSize(window: BrowserWindow): void {
  const apply = (): void => {
    const { width, height } = minimumSize(screen.getDisplayMatching(window.getBounds()).workArea)
    window.setMinimumSize(width, height)
  }
  apply()
  window.on('move', apply)
  screen.on('display-metrics-changed', apply)
  screen.on('display-removed', apply)
  window.once('closed', () => {
    screen.off('display-metrics-changed', apply)
    screen.off('display-removed', apply)
  })
}

function lockedPreferences({
  preload,
  hasDevTools,
  platform,
}: Pick<WindowOptions, 'preload' | 'hasDevTools' | 'platform'>): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
    devTools: hasDevTools,
    spellcheck: hasDictionaries(platform),
    // The outbox and the polls go on when the window is behind others.
    backgroundThrottling: false,
  }
}

/** Brings a window to the front, from wherever it was put away. */
function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
