import { app, type BrowserWindow, dialog, type MessageBoxOptions, powerMonitor, type RelaunchOptions } from 'electron'
import type { TotalUnsent } from '../../op-backup/unsent-totals.ts'
import { text } from '../../strings/text.ts'
import { quitPolicy, type QuitQuestion, quitText } from './quit-policy.ts'

export interface Quitter {
  /** The user chose to quit. */
  readonly quit: () => void
  /** The same, and the app then starts again. */
  readonly restart: () => void
  /** The user chose to quit; `leaving` is called unless the user cancels. */
  readonly quitThen: (leaving: () => void) => void
  /** The user quit in the dialog that named what is unsent. */
  readonly wasNamed: () => boolean
  /** A window is about to close. */
  readonly closing: (event: { readonly preventDefault: () => void }) => void
  /** Sets the source of the unsent total. Until then the app quits without a dialog. */
  readonly ask: (unsent: () => TotalUnsent) => void
  /** The app quits or the session ends, so a window must close. */
  readonly isEnding: () => boolean
  /** The system ends the session. */
  readonly isSessionEnding: () => boolean
}

/**
 * Shows unsent ops in a dialog before the user's quit takes effect. Other quits (`app.quit`, a signal, an update, the end of the
 * session) begin with `before-quit` or another event, and are never delayed.
 */
export function makeQuitter(windowOf: () => BrowserWindow | null): Quitter {
  let unsentOf: (() => TotalUnsent) | null = null
  let isEnding = false
  let isSessionEnding = false
  let isAsking = false
  let wasNamed = false
  const end = (): void => {
    isEnding = true
  }
  const endSession = (): void => {
    isSessionEnding = true
    end()
  }
  app.on('before-quit', end)
  app.on('browser-window-created', (_event, window) => {
    window.on('session-end', endSession)
    // Newer versions tell before the session ends, when the system closes the windows.
    window.on('query-session-end', endSession)
  })
  void app.whenReady().then(() => powerMonitor.on('shutdown', endSession))

  function decide(leave: () => void): ReturnType<typeof quitPolicy> {
    const decision = quitPolicy({ isEnding, isAsking, unsent: unsentOf?.() ?? null })
    if (decision === 'ask') void askUser(leave)
    return decision
  }

  async function askUser(leave: () => void): Promise<void> {
    const unsent = unsentOf?.()
    if (unsent === undefined) return
    isAsking = true
    try {
      if (!(await confirm(windowOf(), quitText(unsent)))) return
      wasNamed = true
      leave()
    } finally {
      isAsking = false
    }
  }

  const quit = (): void => app.quit()
  /** Only now: a restart that was asked for earlier would follow any later quit. */
  const restart = (): void => {
    app.relaunch(relaunchOptions(process.env))
    app.quit()
  }

  return {
    quit() {
      if (decide(quit) === 'quit') quit()
    },
    restart() {
      if (decide(restart) === 'quit') restart()
    },
    quitThen(leaving) {
      const leave = (): void => {
        leaving()
        app.quit()
      }
      if (decide(leave) === 'quit') leave()
    },
    wasNamed: () => wasNamed,
    closing(event) {
      if (decide(quit) !== 'quit') event.preventDefault()
    },
    ask(unsent) {
      unsentOf = unsent
    },
    isEnding: () => isEnding,
    isSessionEnding: () => isSessionEnding,
  }
}

/** An AppImage runs from a folder that is gone after it quits. */
export function relaunchOptions(env: Readonly<Record<string, string | undefined>>): RelaunchOptions {
  const image = env['APPIMAGE'] ?? ''
  return image === '' ? {} : { execPath: image }
}

async function confirm(window: BrowserWindow | null, question: QuitQuestion): Promise<boolean> {
  const { message, detail, isSafe } = question
  const options: MessageBoxOptions = {
    ...{ message, detail },
    type: isSafe ? 'question' : 'warning',
    buttons: [text('quit.quit'), text('quit.keepOpen')],
    defaultId: isSafe ? 0 : 1,
    cancelId: 1,
    noLink: true,
  }
  // A dialog of a hidden window would be hidden too.
  const isShown = window?.isVisible() === true
  const { response } = isShown ? await dialog.showMessageBox(window, options) : await dialog.showMessageBox(options)
  return response === 0
}
