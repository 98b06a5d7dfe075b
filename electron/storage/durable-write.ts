import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** The file that holds the new bytes until it is complete. */
export function temporaryPath(path: string): string {
  return `${path}.next`
}

/** Replaces a file. After a crash or a power cut it has the old bytes or the new ones. Only its owner may read it. */
export function replaceDurably(path: string, bytes: string): void {
  const next = temporaryPath(path)
  // A folder with this name would make every later write fail.
  rmSync(next, { recursive: true, force: true })
  writeAndSync(next, 'w', bytes)
  renameSync(next, path)
  syncFolder(dirname(path))
}

/** Appends text, which is on the disk when the call returns. A crash may leave a part of it. Only its owner may read the file. */
export function appendDurably(path: string, text: string): void {
  writeAndSync(path, 'a', text)
}

function writeAndSync(path: string, flag: 'a' | 'w', text: string): void {
  const file = openSync(path, flag, 0o600)
  try {
    writeFileSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Writes the new name of a file to the disk. Windows has no such call and does not need it. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
