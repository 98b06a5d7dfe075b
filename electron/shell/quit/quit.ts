import { app, type BrowserWindow, dialog, type MessageBoxOptions, powerMonitor } from 'electron'
import type { TotalUnsent } from '../../op-backup/unsent-totals.ts'
import { quitPolicy, quitWords } from './quit-policy.ts'

export interface Quitter {
  /** A person chose to quit. */
  readonly quit: () => void
  /** A window is about to close. */
  readonly closing: (event: { readonly preventDefault: () => void }) => void
  /** From now on what is unsent is known, and is asked for. */
  readonly ask: (unsent: () => TotalUnsent) => void
}

/**
 * Names what is unsent before a person's quit takes effect. What comes from elsewhere (`app.quit`, a signal, an update, the end of
 * the session) begins with `before-quit` or says so itself, and is never held up.
 */
export function makeQuitter(windowOf: () => BrowserWindow | null): Quitter {
  let unsentOf: (() => TotalUnsent) | null = null
  let isEnding = false
  let isAsking = false
  const end = (): void => {
    isEnding = true
  }
  app.on('before-quit', end)
  app.on('browser-window-created', (_event, window) => window.on('session-end', end))
  void app.whenReady().then(() => powerMonitor.on('shutdown', end))

  function decide(): ReturnType<typeof quitPolicy> {
    const decision = quitPolicy({ isEnding, isAsking, unsent: unsentOf?.() ?? null })
    if (decision === 'ask') void askPerson()
    return decision
  }

  async function askPerson(): Promise<void> {
    const unsent = unsentOf?.()
    if (unsent === undefined) return
    isAsking = true
    try {
      if (await confirm(windowOf(), quitWords(unsent))) app.quit()
    } finally {
      isAsking = false
    }
  }

  return {
    quit() {
      if (decide() === 'quit') app.quit()
    },
    closing(event) {
      if (decide() !== 'quit') event.preventDefault()
    },
    ask(unsent) {
      unsentOf = unsent
    },
  }
}

async function confirm(window: BrowserWindow | null, words: ReturnType<typeof quitWords>): Promise<boolean> {
  const question: MessageBoxOptions = {
    ...words,
    type: 'question',
    buttons: ['Quit', 'Keep Clarion open'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  }
  const { response } =
    window === null ? await dialog.showMessageBox(question) : await dialog.showMessageBox(window, question)
  return response === 0
}
