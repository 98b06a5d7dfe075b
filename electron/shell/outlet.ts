import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, type BrowserWindow, clipboard, dialog } from 'electron'
import type { Outlet } from '../request-export.ts'

/** The system's clipboard, and files under names that a person gave in a dialog of the system's. */
export function makeOutlet(windowOf: () => BrowserWindow | null): Outlet {
  return {
    async copy(text) {
      // Newer runtimes answer later, older ones at once.
      await clipboard.writeText(text)
    },
    async save(name, text) {
      const question = {
        defaultPath: join(app.getPath('documents'), name),
        filters: [{ name: 'JSON', extensions: ['json'] }],
      }
      const window = windowOf()
      const { canceled, filePath } =
        window === null ? await dialog.showSaveDialog(question) : await dialog.showSaveDialog(window, question)
      if (canceled || filePath === undefined || filePath === '') return false
      await writeFile(filePath, text, { mode: 0o600 })
      return true
    },
  }
}
