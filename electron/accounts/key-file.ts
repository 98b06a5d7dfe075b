import { closeSync, constants, fstatSync, openSync, readSync, rmSync } from 'node:fs'
import { text } from '../strings/text.ts'

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
    return refuse(text('start.keyFile.unreadable'))
  }
  try {
    const found = fstatSync(file)
    if (!found.isFile() || found.nlink > 1) return refuse(text('start.keyFile.notPlain'))
    if (ownUser !== undefined && (found.uid !== ownUser || (found.mode & OTHERS) !== 0))
      return refuse(text('start.keyFile.notPrivate'))
    if (found.size > MAX_BYTES) return refuse(text('start.keyFile.tooLarge'))
    const bytes = Buffer.alloc(MAX_BYTES)
    const key = bytes
      .subarray(0, readSync(file, bytes, 0, MAX_BYTES, 0))
      .toString('utf8')
      .trim()
    if (key === '') return refuse(text('start.keyFile.empty'))
    rmSync(path)
    return { ok: true, text: key }
  } catch {
    return refuse(text('start.keyFile.notDeleted'))
  } finally {
    closeSync(file)
  }
}

function refuse(why: string): KeyFile {
  return { ok: false, why }
}
