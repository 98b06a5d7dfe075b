import { app, type BrowserWindow } from 'electron'
import { WITHOUT_CACHE } from '../../../src/shared/start-without-cache.ts'
import { recoveryOf } from './crash.ts'
import { endProcess } from './end-process.ts'
import { errorFactsOf } from '../../storage/error-facts.ts'
import type { Log } from '../../storage/log.ts'
import { START_URL } from '../../guards/origin.ts'
import { isReloadKey, isStopPageUrl, type StopAction, stopActionOf, stopPageUrl, type StopReason } from './stop-page.ts'
import { openLogFile } from './open-log.ts'
import { askAboutHang, askAboutNoPage } from './recovery-dialogs.ts'

type RecoveryOptions = {
  readonly logFile: string
  /** Shows a report of this problem. */
  readonly reportProblem: () => void
  readonly platform: string
  readonly now: () => number
  readonly log: Log
}

/** `net::ERR_ABORTED`: another load replaced this one. */
const ABORTED = -3

export type LoadedPage = {
  /** Ends the page's process, so that its memory is gone, and loads the page anew. It is no crash. */
  readonly replacePage: () => void
}

/** Loads the app into its window, and shows the stop page or a dialog when that fails. */
export function loadWithRecovery(window: BrowserWindow, options: RecoveryOptions): LoadedPage {
  const recovery = makeRecovery(window, options)
  const { webContents } = window
  webContents.on('render-process-gone', (_event, { reason }) => recovery.gone(reason))
  webContents.on('did-fail-load', (_event, code, _description, _url, isMainFrame) => {
    if (isMainFrame && code !== ABORTED) recovery.notLoaded()
  })
  webContents.on('did-navigate', (_event, _url, status) => {
    if (status >= 400) recovery.notLoaded()
  })
  // The first event of a navigation. After a guard refuses it, no other event follows.
  webContents.on('will-frame-navigate', ({ url, isMainFrame }) => {
    if (isMainFrame) recovery.act(stopActionOf(url))
  })
  webContents.on('before-input-event', (_event, input) => {
    if (isReloadKey(input, options.platform)) recovery.act('reload')
  })
  askAboutHang(window, options.log)
  recovery.loadApp()
  return { replacePage: () => recovery.replace() }
}

function makeRecovery(window: BrowserWindow, { logFile, reportProblem, now, log }: RecoveryOptions) {
  const earlier: number[] = []
  let isStopPage = false
  /** The page's process is being ended on purpose. */
  let isReplacing = false

  function load(url: string): void {
    isStopPage = isStopPageUrl(url)
    // A page whose process is gone ignores a new address until the event handlers have returned.
    setImmediate(() => {
      if (window.isDestroyed()) return
      window.loadURL(url).then(
        () => log('window-loaded', { isStopPage }),
        (error: unknown) => log('window-not-loaded', errorFactsOf(error)),
      )
    })
  }

  function stop(reason: StopReason): void {
    load(stopPageUrl(reason))
    if (!window.isVisible()) window.show()
  }

  async function startWithoutCache(): Promise<void> {
    const { session } = window.webContents
    await session.clearCache()
    await session.clearCodeCaches({})
    load(`${START_URL}${WITHOUT_CACHE}`)
  }

  async function ask(): Promise<void> {
    const answer = await askAboutNoPage(window)
    if (answer === 'quit') return app.quit()
    if (answer === 'reload') return load(START_URL)
    await openLogFile(logFile)
    await ask()
  }

  return {
    loadApp: () => load(START_URL),
    /** The stop page shows no data and stays. */
    replace(): void {
      if (isStopPage || window.isDestroyed()) return
      if (endProcess(window.webContents)) isReplacing = true
    },
    gone(reason: string): void {
      // As often as the user locks the app.
      if (isReplacing) {
        isReplacing = false
        return load(START_URL)
      }
      const recovery = recoveryOf({ reason, at: now(), earlier, isStopPage })
      earlier.push(now())
      log('window-gone', { reason, recovery })
      if (recovery === 'reload') load(START_URL)
      else if (recovery === 'stop-page') stop('crashed')
      else void ask()
    },
    notLoaded(): void {
      log('page-not-loaded', { isStopPage })
      if (isStopPage) void ask()
      else stop('not-loaded')
    },
    /** Handles the buttons and keys of the stop page. Does nothing while the app's page is shown. */
    act(action: StopAction | null): void {
      if (action === null || !isStopPage) return
      log('stop-page', { action })
      if (action === 'reload') load(START_URL)
      else if (action === 'open-log') void openLogFile(logFile)
      else if (action === 'report-problem') reportProblem()
      else void startWithoutCache()
    },
  }
}
