import { type BrowserWindow, dialog, shell } from 'electron'
import { type LinkOpener, linkQuestion } from '../guards/links.ts'

/** Asks in a dialog of the system's, which no page can draw over. The only place where anything is handed to the system to open. */
export function makeLinkOpener(windowOf: () => BrowserWindow | null): LinkOpener {
  return {
    async confirm(link) {
      const question = {
        type: 'question' as const,
        ...linkQuestion(link),
        buttons: ['Open', 'Cancel'],
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
