import { type BrowserWindow, dialog } from 'electron'

export type Question = {
  readonly message: string
  readonly detail: string
  /** The labels of the two buttons. */
  readonly agree: string
  readonly cancel: string
}

/** `busy`: another question is open, and this one was not shown. */
export type Ask = (question: Question) => Promise<'yes' | 'no' | 'busy'>

/**
 * Asks in a system dialog, which no page can cover. One at a time, whatever it is about: a page that is taken over could put a second
 * dialog under a click that was meant for the first.
 */
export function makeAsk(windowOf: () => BrowserWindow | null): Ask {
  let isAsking = false
  return async function ask(question) {
    if (isAsking) return 'busy'
    isAsking = true
    try {
      return (await show(question, windowOf())) ? 'yes' : 'no'
    } finally {
      isAsking = false
    }
  }
}

/** Cancel is the default, so that a key that was pressed for something else agrees to nothing. */
async function show({ message, detail, agree, cancel }: Question, window: BrowserWindow | null): Promise<boolean> {
  const options = {
    type: 'question' as const,
    ...{ message, detail },
    buttons: [agree, cancel],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  }
  const { response } =
    window === null ? await dialog.showMessageBox(options) : await dialog.showMessageBox(window, options)
  return response === 0
}
