import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { moveAside, realDisk } from './disk.ts'

/**
 * Moves entries of the wrong kind in Chromium's IndexedDB aside: a folder with the name of a file, or a file with the name of a
 * folder. Chromium repairs a database with missing or damaged files, but it cannot open one with such an entry. Unreadable files
 * stay, because the user can restore the permissions without a loss. `session` is the folder of the window's session. Returns how many
 * entries were moved.
 */
export function tidyDatabases(session: string, now: () => number): number {
  const folder = join(session, 'IndexedDB')
  const folders = [
    ...find(session, (name) => name === 'IndexedDB'),
    ...find(folder, (name) => name.endsWith('.leveldb')),
  ]
  const files = find(folder, (name) => name.endsWith('.leveldb')).flatMap((path) =>
    find(path, (name) => FILE.test(name)),
  )
  const wrong = [...folders.filter((path) => !isFolder(path)), ...files.filter(isFolder)]
  return wrong.filter((path) => tryMoveAside(path, now())).length
}

/** False when the entry cannot be moved. The window then reports that the inbox cannot be opened. */
function tryMoveAside(path: string, now: number): boolean {
  try {
    moveAside(realDisk, path, now)
    return true
  } catch {
    return false
  }
}

/** The files that LevelDB reads. It ignores other names. */
const FILE = /^(CURRENT|LOCK|LOG|LOG\.old|MANIFEST-\d+|\d+\.(log|ldb|sst))$/

function find(folder: string, isWanted: (name: string) => boolean): readonly string[] {
  if (!isFolder(folder)) return []
  return readdirSync(folder)
    .filter(isWanted)
    .map((name) => join(folder, name))
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}
