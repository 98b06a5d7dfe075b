import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { createOwnFile, openToAppend, writeAndClose } from './own-file.ts'
import { renameRetrying } from './rename.ts'

/** The file that holds the new bytes until it is complete. */
export function temporaryPath(path: string): string {
  return `${path}.next`
}

/**
 * Replaces a file. After a crash or a power cut it has the old bytes or the new ones. Only its owner may read it. A link with this
 * name is replaced too, and its target stays as it is.
 */
export function replaceDurably(path: string, bytes: string): void {
  const next = temporaryPath(path)
  const file = createOwnFile(next)
  try {
    writeAndClose(file, bytes, fsyncSync)
    renameRetrying(next, path)
  } catch (error) {
    rmSync(next, { force: true })
    throw error
  }
  syncFolder(dirname(path))
}

/**
 * Appends text, which is on the disk when the call returns. A crash may leave a part of it. Only its owner may read the file.
 * Throws when the name belongs to a link.
 */
export function appendDurably(path: string, text: string): void {
  writeAndClose(openToAppend(path), text, fsyncSync)
}

/** Writes the names in a folder to the disk. Windows has no such call and does not need it. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
