import { shell } from 'electron'

/** The licenses of third-party software, which scripts/legal/ writes in each build. */
export const LICENSES_FILE = 'third-party-licenses.txt'

/** Opens the file in the system's program for text files, or shows it in its folder when there is none. */
export async function openLicenses(file: string): Promise<void> {
  if ((await shell.openPath(file)) !== '') shell.showItemInFolder(file)
}
