import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { moveAside, realDisk } from './disk.ts'

/**
 * Moves aside what is of the wrong kind in Chromium's IndexedDB: a folder in the place of a file, or a file in the place of a folder.
 * Chromium repairs a database of which a file is missing or damaged, and never opens one with a folder in the way. Files that cannot be
 * read stay: the user can give the rights back, and nothing is lost then. Gives how many were moved.
 */
export function tidyDatabases(userData: string, now: () => number): number {
  const folder = join(userData, 'IndexedDB')
  const places = [
    ...find(userData, (name) => name === 'IndexedDB'),
    ...find(folder, (name) => name.endsWith('.leveldb')),
  ]
  const files = find(folder, (name) => name.endsWith('.leveldb')).flatMap((path) =>
    find(path, (name) => FILE.test(name)),
  )
  const wrong = [...places.filter((path) => !isFolder(path)), ...files.filter(isFolder)]
  return wrong.filter((path) => isMoved(path, now())).length
}

/** Where it cannot be moved, the window says that the inbox cannot be opened. */
function isMoved(path: string, now: number): boolean {
  try {
    moveAside(realDisk, path, now)
    return true
  } catch {
    return false
  }
}

/** The files that LevelDB reads; it passes over other names. */
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
