import { spawn } from 'node:child_process'
import { app, BrowserWindow } from 'electron'
import { errorFactsOf } from '../../storage/error-facts.ts'
import type { Log } from '../../storage/log.ts'
import { QUIT_LIMIT_S, quitWatchdog } from './quit-watchdog.ts'

/** After this time the page is considered hung. Half of the limit remains for the rest of the quit. */
const PAGE_LIMIT_MS = (QUIT_LIMIT_S / 2) * 1_000

/**
 * Ends a quit that hangs. A page that does not close is destroyed, and the app then quits normally. A separate process kills main if
 * it does not end. Main writes its files synchronously and atomically, so a kill leaves no half-written file.
 */
export function watchQuit(log: Log): void {
  let isWatched = false
  const watch = (): void => {
    if (isWatched) return
    isWatched = true
    startWatchdog(log)
    setTimeout(() => destroyWindows(log), PAGE_LIMIT_MS).unref()
  }
  app.on('before-quit', watch)
  // `app.exit` does not emit `before-quit`.
  app.on('quit', watch)
}

function startWatchdog(log: Log): void {
  const { file, args } = quitWatchdog(
    process.platform,
    { pid: process.pid, limitS: QUIT_LIMIT_S },
    process.env['SystemRoot'],
  )
  const child = spawn(file, args, { detached: true, stdio: 'ignore', windowsHide: true })
  child.on('error', (error) => log('quit-not-watched', errorFactsOf(error)))
  child.unref()
}

function destroyWindows(log: Log): void {
  for (const window of BrowserWindow.getAllWindows()) {
    log('window-destroyed')
    window.destroy()
  }
}
