import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { replaceDurably, syncFolder } from './durable-write.ts'
import { renameRetrying } from './rename.ts'

/** The file calls of the state files, so that a test can make each of them fail. They throw the errors of Node. */
export interface Disk {
  /** Null when there is no file. */
  read(path: string): Uint8Array | null
  /** Bytes; null when there is no file. */
  sizeOf(path: string): number | null
  /** Creates the folder if needed and replaces the file. After a crash the file has the old bytes or the new ones. */
  replace(path: string, bytes: string): void
  rename(from: string, to: string): void
  /** Does nothing when the file does not exist. */
  remove(path: string): void
  /** The names in a folder; empty when there is no folder. */
  list(folder: string): readonly string[]
}

export const realDisk: Disk = {
  read: (path) => orNull(() => readFileSync(path)),
  sizeOf: (path) => statSync(path, { throwIfNoEntry: false })?.size ?? null,
  replace(path, bytes) {
    const created = mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    replaceDurably(path, bytes)
    // A power cut could otherwise lose the new folder with the file in it.
    if (created !== undefined) syncFolder(dirname(created))
  },
  rename: (from, to) => renameRetrying(from, to),
  remove: (path) => rmSync(path, { recursive: true, force: true }),
  list: (folder) => orNull(() => readdirSync(folder)) ?? [],
}

/** How many damaged files of one name are kept: enough for an analysis, and too few to fill a disk. */
export const MAX_DAMAGED = 3

/** Renames a damaged file, and removes the oldest damaged ones. Throws when the file cannot be renamed. */
export function moveAside(disk: Disk, path: string, now: number): void {
  const known = listDamaged(disk, path)
  const isTaken = (to: string): boolean => known.includes(to)
  let at = now
  while (isTaken(damagedName(path, at))) at++
  disk.rename(path, damagedName(path, at))
  for (const old of listDamaged(disk, path).slice(0, -MAX_DAMAGED)) disk.remove(old)
}

/** Paths of the damaged files that were moved aside, oldest first. */
export function listDamaged(disk: Disk, path: string): readonly string[] {
  const start = `${basename(path)}.damaged-`
  return disk
    .list(dirname(path))
    .filter((name) => name.startsWith(start) && /^\d+$/.test(name.slice(start.length)))
    .sort((one, other) => Number(one.slice(start.length)) - Number(other.slice(start.length)))
    .map((name) => join(dirname(path), name))
}

function damagedName(path: string, at: number): string {
  return `${path}.damaged-${at}`
}

function orNull<T>(work: () => T): T | null {
  try {
    return work()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
