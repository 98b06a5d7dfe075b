import { type BrowserWindow, dialog } from 'electron'
import type { ExportSaver } from '../exports/exporter.ts'

/** Uses the system's save dialog, which also asks before it overwrites a file. */
export function makeExportSaver(windowOf: () => BrowserWindow | null, begin: ExportSaver['begin']): ExportSaver {
  return {
    async choose({ name, extension, label }) {
      const question = { defaultPath: name, filters: [{ name: label, extensions: [extension] }] }
      const window = windowOf()
      const { canceled, filePath } =
        window === null ? await dialog.showSaveDialog(question) : await dialog.showSaveDialog(window, question)
      return canceled || filePath === '' ? null : filePath
    },
    begin,
  }
}
