import { closeSync, constants, fchmodSync, fstatSync, openSync, rmSync, writeFileSync } from 'node:fs'

/** For the owner only, whatever the umask is. */
export const OWN_FILE = 0o600
const OTHERS = 0o077

/**
 * Creates a file that did not exist. The name is removed first, so a link with this name is never followed: its target stays as it
 * is. If another program creates the name meanwhile, the call throws.
 */
export function createOwnFile(path: string): number {
  // A folder with this name would make every later write fail.
  rmSync(path, { recursive: true, force: true })
  return openSync(path, 'wx', OWN_FILE)
}

/**
 * Opens a file for appending. Throws for a link, a folder, a pipe, and a file that has a second name elsewhere: its text would
 * appear there too. A file that others may read becomes the owner's only, before anything is written.
 */
export function openToAppend(path: string): number {
  // Without O_NONBLOCK, opening a pipe would wait for its reader. Windows has neither flag.
  const { O_WRONLY, O_APPEND, O_CREAT, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants>
  const flags = Number(O_WRONLY) | Number(O_APPEND) | Number(O_CREAT) | O_NOFOLLOW | O_NONBLOCK
  const file = openSync(path, flags, OWN_FILE)
  try {
    const found = fstatSync(file)
    if (!found.isFile() || found.nlink > 1) throw notOurs(path)
    if (process.platform !== 'win32' && (found.mode & OTHERS) !== 0) fchmodSync(file, OWN_FILE)
    return file
  } catch (error) {
    closeSync(file)
    throw error
  }
}

/** Writes text and closes the file. `sync` says how to bring it to the disk. */
export function writeAndClose(file: number, text: string, sync: (file: number) => void = () => {}): void {
  try {
    writeFileSync(file, text)
    sync(file)
  } finally {
    closeSync(file)
  }
}

function notOurs(path: string): Error {
  return Object.assign(new Error(`${path} is not a plain file with one name`), { code: 'ELOOP' })
}
