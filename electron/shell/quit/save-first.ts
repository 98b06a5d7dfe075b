import type { BrowserWindow } from 'electron'
import type { Log } from '../../storage/log.ts'

/** How long the page may take to save, ms. What it has not saved by then is as old as its last completed save. */
const SAVE_LIMIT_MS = 2_000

export type ClosingEvent = { readonly preventDefault: () => void; readonly defaultPrevented: boolean }

type Parts = {
  /** Tells the page to save. False: there is no page of the app, or it can't answer. */
  readonly ask: (window: BrowserWindow) => boolean
  /** The app quits, so its quit goes on after the save. */
  readonly isQuitting: () => boolean
  /** The system ends the session, which must not wait. */
  readonly isSessionEnding: () => boolean
  readonly quit: () => void
  readonly log: Log
}

export interface SaveFirst {
  /** The window is about to close. Prevents that until the page has saved what was typed, and closes the window then. */
  readonly closing: (event: ClosingEvent, window: BrowserWindow) => void
  /** The page has saved. */
  readonly saved: () => void
}

/** A page that closes does not wait for its writes to the database, so the last letters before a quit could be lost. */
export function makeSaveFirst({ ask, isQuitting, isSessionEnding, quit, log }: Parts): SaveFirst {
  const done = new WeakSet<BrowserWindow>()
  let end: (() => void) | null = null

  function closing(event: ClosingEvent, window: BrowserWindow): void {
    if (done.has(window) || isSessionEnding()) return
    if (end !== null) return event.preventDefault()
    if (!ask(window)) return
    event.preventDefault()
    const timer = setTimeout(() => {
      log('page-not-saved')
      goOn()
    }, SAVE_LIMIT_MS)
    const goOn = (): void => {
      if (done.has(window)) return
      clearTimeout(timer)
      done.add(window)
      end = null
      if (isQuitting()) quit()
      else if (!window.isDestroyed()) window.close()
    }
    end = goOn
    window.once('closed', goOn)
    window.webContents.once('render-process-gone', goOn)
  }

  return { closing, saved: () => end?.() }
}
