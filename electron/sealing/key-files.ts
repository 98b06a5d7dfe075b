import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import type { SealedKey } from '../accounts/api-key.ts'
import { sealedKey } from '../accounts/workspace-state.ts'
import { type Disk, listDamaged, moveAside, realDisk } from '../storage/disk.ts'
import { temporaryPath } from '../storage/durable-write.ts'
import { MAX_STATE_BYTES, readStateBytes, type StateFormat } from '../storage/state-bytes.ts'
import { makeStateFile, type StateFile } from '../storage/state-file.ts'

/** What is on the disk for a database: its sealed key, or why there is none. */
export type StoredKey =
  | { readonly state: 'stored'; readonly sealed: SealedKey }
  | { readonly state: 'absent' | 'damaged' | 'newer' }

/** The files of the data keys: one for each database, with a copy. */
export interface KeyFiles {
  read(databaseName: string): StoredKey
  /** The key is on the disk when the call returns; otherwise it throws. */
  write(databaseName: string, sealed: SealedKey): void
  /** Removes the key, its copy and damaged files. Throws when one of them may be left. */
  remove(databaseName: string): void
  /** Removes files that a crash left half-written. No database was ever sealed with their keys. */
  sweep(): void
}

/** Cannot lead to another folder. */
const FILE_NAME = /^[\w-]{1,100}$/

const KEY_FORMAT: StateFormat = { version: 1, isValid: (state) => sealedKey.safeParse(state).success }

export function makeKeyFiles(folder: string, now: () => number, disk: Disk = realDisk): KeyFiles {
  const pathOf = (databaseName: string): string => join(folder, `${databaseName}.json`)

  /** A key that could not be read for a moment was moved aside, and may be readable now. */
  function readDamaged(path: string): StoredKey {
    const files = [...listDamaged(disk, path), ...listDamaged(disk, copyOf(path))].reverse()
    for (const file of files) {
      const sealed = readKey(disk, file)
      if (sealed !== null) return { state: 'stored', sealed }
    }
    return { state: files.length > 0 ? 'damaged' : 'absent' }
  }

  function read(databaseName: string): StoredKey {
    if (!FILE_NAME.test(databaseName)) return { state: 'absent' }
    freeFolder(folder, now, disk)
    const file = makeStateFile(pathOf(databaseName), now, KEY_FORMAT, disk)
    const stored = sealedKey.safeParse(file.read())
    if (stored.success) return { state: 'stored', sealed: stored.data }
    if (file.health === 'newer') return { state: 'newer' }
    const aside = readDamaged(pathOf(databaseName))
    if (aside.state === 'stored') restore(file, aside.sealed)
    return aside.state === 'absent' && file.health === 'lost' ? { state: 'damaged' } : aside
  }

  return {
    read,
    write(databaseName, sealed) {
      if (!FILE_NAME.test(databaseName)) throw new Error('not the name of a file')
      freeFolder(folder, now, disk)
      const file = makeStateFile(pathOf(databaseName), now, KEY_FORMAT, disk)
      // Finds out whether a newer version wrote one of the two files.
      file.read()
      file.write(sealed)
    },
    remove(databaseName) {
      if (!FILE_NAME.test(databaseName)) return
      for (const path of [pathOf(databaseName), copyOf(pathOf(databaseName))])
        for (const file of [path, temporaryPath(path), ...listDamaged(disk, path)]) disk.remove(file)
    },
    sweep() {
      for (const name of disk.list(folder)) if (HALF_WRITTEN.test(name)) disk.remove(join(folder, name))
    },
  }
}

const HALF_WRITTEN = /^[\w-]{1,100}\.json(?:\.bak)?\.next$/

function copyOf(path: string): string {
  return `${path}.bak`
}

function restore(file: StateFile, sealed: SealedKey): void {
  try {
    file.write(sealed)
  } catch {
    // The next read finds it at the same place.
  }
}

/** Null when the file cannot be read or holds no key. */
function readKey(disk: Disk, path: string): SealedKey | null {
  try {
    if ((disk.sizeOf(path) ?? 0) > MAX_STATE_BYTES) return null
    const reading = readStateBytes(disk.read(path) ?? new Uint8Array(), KEY_FORMAT)
    return reading.kind === 'valid' ? sealedKey.parse(reading.state) : null
  } catch {
    return null
  }
}

/** Moves a file that has the folder's name aside, because no key could be stored. */
function freeFolder(folder: string, now: () => number, disk: Disk): void {
  try {
    if (lstatSync(folder, { throwIfNoEntry: false })?.isFile() === true) moveAside(disk, folder, now())
  } catch {
    // The key then counts as damaged, or cannot be written.
  }
}
