import { type BrowserWindow, dialog, shell } from 'electron'
import { text } from '../strings/text.ts'
import { type LinkOpener, linkQuestion } from '../guards/links.ts'

/** Asks in a system dialog, which no page can cover. This is the only code that opens something outside the app. */
export function makeLinkOpener(windowOf: () => BrowserWindow | null): LinkOpener {
  let isAsking = false
  return {
    async confirm(link) {
      // A page that is taken over could put a second dialog under a click that was meant for the first.
      if (isAsking) return false
      isAsking = true
      try {
        return await ask(link, windowOf())
      } finally {
        isAsking = false
      }
    },
    open: (href) => shell.openExternal(href),
  }
}

/** Cancel is the default, so that a key that was pressed for something else opens nothing. */
async function ask(link: Parameters<LinkOpener['confirm']>[0], window: BrowserWindow | null): Promise<boolean> {
  const question = {
    type: 'question' as const,
    ...linkQuestion(link),
    buttons: [text('link.open'), text('link.cancel')],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  }
  const { response } =
    window === null ? await dialog.showMessageBox(question) : await dialog.showMessageBox(window, question)
  return response === 0
}
