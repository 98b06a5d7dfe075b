import { shell } from 'electron'

/** Opens the log in the system's program for such files, or shows it in its folder when there is none. */
export async function openLogFile(file: string): Promise<void> {
  if ((await shell.openPath(file)) !== '') shell.showItemInFolder(file)
}
