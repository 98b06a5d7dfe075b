import { app, type BrowserWindow, dialog, type MessageBoxOptions } from 'electron'
import type { Log } from '../../storage/log.ts'

const KEPT = 'Drafts and unsent messages are kept on this device.'

/** For when no page can be shown: the system's own dialog needs none. */
export async function askAboutNoPage(window: BrowserWindow): Promise<'reload' | 'open-log' | 'quit'> {
  const answers = ['reload', 'open-log', 'quit'] as const
  const { response } = await show(window, {
    type: 'error',
    message: 'Clarion can’t show its window',
    detail: `Try again, or restart the computer. ${KEPT}`,
    buttons: ['Try again', 'Open log', 'Quit'],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  })
  return answers[response] ?? 'quit'
}

/** Offers to reload a page that hangs, for as long as it hangs. */
export function askAboutHang(window: BrowserWindow, log: Log): void {
  let isQuitting = false
  let asking: AbortController | null = null
  const beginQuit = (): void => {
    isQuitting = true
  }
  const stopAsking = (): void => asking?.abort()
  const ask = async (): Promise<void> => {
    // A page that is stopped in the developer tools hangs on purpose; a quit closes the window anyway.
    if (isQuitting || asking !== null || window.webContents.isDevToolsOpened()) return
    log('page-hangs')
    const current = new AbortController()
    asking = current
    const answer = await askToWait(window, current.signal)
    asking = null
    if (current.signal.aborted || window.isDestroyed()) return
    // A page that hangs ignores a reload, so its process is ended first; the window then loads it again.
    if (answer === 'reload') window.webContents.forcefullyCrashRenderer()
    if (answer === 'quit') app.quit()
  }
  app.on('before-quit', beginQuit)
  window.on('unresponsive', () => void ask())
  window.on('responsive', stopAsking)
  window.on('closed', () => {
    app.off('before-quit', beginQuit)
    stopAsking()
  })
}

async function askToWait(window: BrowserWindow, signal: AbortSignal): Promise<'wait' | 'reload' | 'quit'> {
  const answers = ['wait', 'reload', 'quit'] as const
  const { response } = await show(window, {
    type: 'warning',
    message: 'Clarion isn’t responding',
    detail: `Wait, or reload it. ${KEPT}`,
    buttons: ['Wait', 'Reload', 'Quit'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
    signal,
  })
  return answers[response] ?? 'wait'
}

function show(window: BrowserWindow, options: MessageBoxOptions) {
  return window.isVisible() ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options)
}
