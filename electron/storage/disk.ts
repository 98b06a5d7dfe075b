import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** The file calls that the state files need, so that a test can make each of them fail. All of them throw what Node throws. */
export interface Disk {
  /** Null when there is no file. */
  read(path: string): Uint8Array | null
  /** Bytes; null when there is no file. */
  sizeOf(path: string): number | null
  /** Puts the bytes in place of what was there. After a crash the file holds the old bytes or the new ones. */
  replace(path: string, bytes: string): void
  rename(from: string, to: string): void
  /** Does nothing when there is none. */
  remove(path: string): void
  /** The names in a folder; empty when there is no folder. */
  list(folder: string): readonly string[]
}

export const realDisk: Disk = {
  read: (path) => orNull(() => readFileSync(path)),
  sizeOf: (path) => statSync(path, { throwIfNoEntry: false })?.size ?? null,
  replace(path, bytes) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    const next = `${path}.next`
    // A folder of that name would make every later write fail.
    rmSync(next, { recursive: true, force: true })
    const file = openSync(next, 'w', 0o600)
    try {
      writeFileSync(file, bytes)
      // On the disk before it takes the old name: a power cut leaves the old file or the new one.
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(next, path)
    syncFolder(dirname(path))
  },
  rename: renameSync,
  remove: (path) => rmSync(path, { recursive: true, force: true }),
  list: (folder) => orNull(() => readdirSync(folder)) ?? [],
}

/** How many damaged files of one name are kept: enough to look into, too few to fill a disk. */
export const MAX_DAMAGED = 3

/** Moves a file that cannot be used out of the way, and removes the oldest of those moved before. Throws when it cannot be moved. */
export function moveAside(disk: Disk, path: string, now: number): void {
  const known = listDamaged(disk, path)
  const isTaken = (to: string): boolean => known.includes(to)
  let at = now
  while (isTaken(damagedName(path, at))) at++
  disk.rename(path, damagedName(path, at))
  for (const old of listDamaged(disk, path).slice(0, -MAX_DAMAGED)) disk.remove(old)
}

/** Paths of what was moved aside, oldest first. */
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

/** The new name of a file is on the disk only once its folder is. Windows has no such call, and does not need it. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

function orNull<T>(work: () => T): T | null {
  try {
    return work()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
