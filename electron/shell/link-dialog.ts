import { type BrowserWindow, dialog, shell } from 'electron'
import { text } from '../strings/text.ts'
import { type LinkOpener, linkQuestion } from '../guards/links.ts'

/** Asks in a system dialog, which no page can cover. This is the only code that opens something outside the app. */
export function makeLinkOpener(windowOf: () => BrowserWindow | null): LinkOpener {
  return {
    async confirm(link) {
      const question = {
        type: 'question' as const,
        ...linkQuestion(link),
        buttons: [text('link.open'), text('link.cancel')],
        defaultId: 0,
        cancelId: 1,
        noLink: true,
      }
      const window = windowOf()
      const { response } =
        window === null ? await dialog.showMessageBox(question) : await dialog.showMessageBox(window, question)
      return response === 0
    },
    open: (href) => shell.openExternal(href),
  }
}
