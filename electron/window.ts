import { BrowserWindow, nativeTheme, screen, type WebPreferences } from 'electron'
import type { Log } from './storage/log.ts'
import { attachFieldMenu } from './shell/menu/field-menu.ts'
import { loadWithRecovery } from './shell/recovery/window-recovery.ts'
import type { ClosingEvent } from './shell/quit/save-first.ts'
import { callLater, makeSpellingQuestions, type SpellingQuestions } from './shell/menu/spelling-questions.ts'
import { hasDictionaries } from './shell/spelling.ts'
import type { HiddenPage } from './carry-over/old-page.ts'
import { PAGE_PARTITION } from './storage/partition.ts'
import type { StateFile } from './storage/state-file.ts'
import { keepPlace, minimumSize, placeToOpen, type Rectangle } from './window-place.ts'

/** The background before the page is drawn. It has the colours of src/ui/tokens.css, so that nothing flashes. */
const CANVAS = { light: '#f4f4f6', dark: '#0e0f11' } as const

type WindowOptions = {
  readonly preload: string
  readonly placeFile: StateFile
  /** The stop page offers to open this file. */
  readonly logFile: string
  /** The stop page offers to report the problem. */
  readonly reportProblem: () => void
  /** False in a package. */
  readonly hasDevTools: boolean
  readonly platform: string
  /** Called before the window closes. The listener may prevent it. */
  readonly onClosing: (event: ClosingEvent, window: BrowserWindow) => void
  readonly now: () => number
  readonly log: Log
}

/** The app has at most one window. */
export interface OnlyWindow extends Pick<SpellingQuestions, 'answerSpelling'> {
  /** Null when there is no window. */
  current(): BrowserWindow | null
  /** Opens the window or brings it to the front. */
  show(): void
  /** Opens the window without showing it: its page syncs and sends. Does nothing when there is one. */
  openHidden(): void
  /** Shows a hidden window without taking the focus. */
  reveal(): void
  /** Ends the page's process, so that its memory is gone, and loads the page anew. Does nothing while no page of the app is shown. */
  replacePage(): void
}

export function makeOnlyWindow(options: WindowOptions): OnlyWindow {
  let window: BrowserWindow | null = null
  let replacePage = (): void => {}
  const spelling = makeSpellingQuestions(callLater)
  const open = (isHidden: boolean): void => {
    window = makeWindow(options, spelling, isHidden)
    replacePage = loadWithRecovery(window, options).replacePage
    window.on('closed', () => {
      window = null
      replacePage = () => {}
    })
  }
  return {
    answerSpelling: spelling.answerSpelling,
    current: () => window,
    show() {
      if (window === null) open(false)
      else bringForward(window)
    },
    openHidden() {
      if (window === null) open(true)
    },
    reveal() {
      if (window?.isVisible() === false) window.showInactive()
    },
    replacePage: () => replacePage(),
  }
}

/** Creates the app's window, without a page. `isHidden`: it stays hidden until it is brought forward. */
function makeWindow(options: WindowOptions, spelling: SpellingQuestions, isHidden: boolean): BrowserWindow {
  const { preload, placeFile, hasDevTools, platform, onClosing, log } = options
  const { bounds, isMaximized } = placeToOpen(placeFile.read(), workAreas())
  const window = new BrowserWindow({
    ...bounds,
    title: 'Clarion',
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? CANVAS.dark : CANVAS.light,
    webPreferences: { ...securePreferences({ hasDevTools, platform }), preload, partition: PAGE_PARTITION },
  })
  // It also shows the window.
  const maximize = (): void => window.maximize()
  if (!isHidden) {
    window.once('ready-to-show', () => {
      if (isMaximized) maximize()
      window.show()
    })
  } else if (isMaximized) window.once('show', maximize)
  window.on('close', (event) => {
    // Before it hides, because a hidden window doesn't know whether it is maximized.
    if (window.isVisible()) {
      const isKept = keepPlace(placeFile, { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() })
      if (!isKept) log('place-not-kept')
    }
    onClosing(event, window)
  })
  keepMinimumSize(window)
  attachFieldMenu(window, hasDictionaries(platform) ? null : spelling)
  return window
}

/** Opens a window for a page of main's own, beside the app's window. It has no bridge. */
export function openPlainWindow(parent: BrowserWindow | null, platform: string): BrowserWindow {
  const window = new BrowserWindow({
    ...{ width: 760, height: 640, minWidth: 360, minHeight: 320, title: 'Clarion', show: false },
    ...(parent !== null && { parent }),
    backgroundColor: nativeTheme.shouldUseDarkColors ? CANVAS.dark : CANVAS.light,
    // The session in which main serves its own pages.
    webPreferences: { partition: PAGE_PARTITION, ...securePreferences({ hasDevTools: false, platform }) },
  })
  window.removeMenu()
  window.once('ready-to-show', () => window.show())
  return window
}

/** A script in a hidden page may take this long, ms: reading a few hundred rows takes milliseconds. */
const HIDDEN_LIMIT_MS = 60_000

/** Opens a page that nobody sees. It has no bridge. */
export async function openHiddenPage(options: {
  readonly url: string
  readonly partition: string
  readonly platform: string
}): Promise<HiddenPage> {
  const { url, partition, platform } = options
  const webPreferences = { ...securePreferences({ hasDevTools: false, platform }), partition }
  const window = new BrowserWindow({ show: false, webPreferences })
  let timer: NodeJS.Timeout | undefined
  // Electron settles no script of a page whose process is gone.
  const failure = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the hidden page takes too long')), HIDDEN_LIMIT_MS)
    window.webContents.on('render-process-gone', () => reject(new Error('the hidden page is gone')))
    window.on('closed', () => reject(new Error('the hidden page is closed')))
  })
  const close = (): void => {
    clearTimeout(timer)
    if (!window.isDestroyed()) window.destroy()
  }
  const run = (script: string): Promise<unknown> => {
    timer?.refresh()
    return Promise.race([window.webContents.executeJavaScript(script), failure])
  }
  try {
    await Promise.race([window.loadURL(url), failure])
    return { run, close }
  } catch (error) {
    close()
    throw error
  }
}

/** The work area of the primary display is first. Electron's list has no defined order. */
function workAreas(): readonly Rectangle[] {
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id)
  return [primary, ...others].map((display) => display.workArea)
}

/** Fits the minimum size to the display of the window, also after its resolution or scale changes. */
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

/** Every window has them. */
function securePreferences({ hasDevTools, platform }: Pick<WindowOptions, 'hasDevTools' | 'platform'>): WebPreferences {
  return {
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
    devTools: hasDevTools,
    spellcheck: hasDictionaries(platform),
    // The outbox and the sync must not slow down while this window is hidden or covered.
    backgroundThrottling: false,
  }
}

/** Brings a window to the front, even if it is minimized or hidden. */
function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
