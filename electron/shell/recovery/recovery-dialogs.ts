import { app, type BrowserWindow, dialog, type MessageBoxOptions } from 'electron'
import type { Log } from '../../storage/log.ts'
import { text } from '../../strings/text.ts'

/** Shows a system dialog, because no page can be shown. */
export async function askAboutNoPage(window: BrowserWindow): Promise<'reload' | 'open-log' | 'quit'> {
  const answers = ['reload', 'open-log', 'quit'] as const
  const { response } = await show(window, {
    type: 'error',
    message: text('recovery.noPage.title'),
    detail: text('recovery.noPage.text'),
    buttons: [text('recovery.tryAgain'), text('recovery.openLog'), text('recovery.quit')],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  })
  return answers[response] ?? 'quit'
}

/** Offers to reload a hung page. The dialog closes when the page responds again. */
export function askAboutHang(window: BrowserWindow, log: Log): void {
  let isQuitting = false
  let asking: AbortController | null = null
  const beginQuit = (): void => {
    isQuitting = true
  }
  const stopAsking = (): void => asking?.abort()
  const ask = async (): Promise<void> => {
    // The developer tools may have paused the page. During a quit the window closes anyway.
    if (isQuitting || asking !== null || window.webContents.isDevToolsOpened()) return
    log('page-hangs')
    const current = new AbortController()
    asking = current
    const answer = await askToWait(window, current.signal)
    asking = null
    if (current.signal.aborted || window.isDestroyed()) return
    // A hung page ignores a reload, so its process is ended first. The window then loads the page again.
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
    message: text('recovery.hangs.title'),
    detail: text('recovery.hangs.text'),
    buttons: [text('recovery.wait'), text('recovery.reload'), text('recovery.quit')],
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
