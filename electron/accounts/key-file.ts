import { closeSync, constants, fstatSync, openSync, readSync, rmSync } from 'node:fs'

/** Bytes. A key has less than a thousand. */
const MAX_BYTES = 10_000
const OTHERS = 0o077

export type KeyFile = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: string }

/**
 * Reads a key from a file and deletes the file. Refuses a file that others could have read or placed: one of another user or with
 * rights for others, a link, and a file with a second name. A refused file stays, for the administrator to see. `why` follows the
 * name of the variable.
 */
export function takeKeyFile(path: string, ownUser = process.getuid?.()): KeyFile {
  let file: number
  try {
    // Without O_NONBLOCK, opening a pipe would wait for its writer. Windows has neither flag.
    const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants>
    file = openSync(path, Number(O_RDONLY) | O_NOFOLLOW | O_NONBLOCK)
  } catch {
    return refuse('names a file that is missing, a link, or not readable.')
  }
  try {
    const found = fstatSync(file)
    if (!found.isFile() || found.nlink > 1) return refuse('must name a plain file with one name.')
    if (ownUser !== undefined && (found.uid !== ownUser || (found.mode & OTHERS) !== 0))
      return refuse('must name a file that only you own and may read (mode 0600).')
    if (found.size > MAX_BYTES) return refuse('names a file that is too large for a key.')
    const bytes = Buffer.alloc(MAX_BYTES)
    const text = bytes
      .subarray(0, readSync(file, bytes, 0, MAX_BYTES, 0))
      .toString('utf8')
      .trim()
    if (text === '') return refuse('names an empty file.')
    rmSync(path)
    return { ok: true, text }
  } catch {
    return refuse('names a file that could not be read and deleted.')
  } finally {
    closeSync(file)
  }
}

function refuse(why: string): KeyFile {
  return { ok: false, why }
}
