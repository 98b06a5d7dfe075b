import { type BrowserWindow, dialog } from 'electron'

type Choose = (file: { readonly extension: string; readonly label: string }) => Promise<string | null>

/** Uses the system's dialog to choose a file. Null when the user cancels. */
export function makeFileChooser(windowOf: () => BrowserWindow | null): Choose {
  return async ({ extension, label }) => {
    // Some programs that copy files change the ending.
    const filters = [
      { name: label, extensions: [extension] },
      { name: '*', extensions: ['*'] },
    ]
    const window = windowOf()
    const question = { properties: ['openFile' as const], filters }
    const { canceled, filePaths } =
      window === null ? await dialog.showOpenDialog(question) : await dialog.showOpenDialog(window, question)
    return canceled ? null : (filePaths[0] ?? null)
  }
}
