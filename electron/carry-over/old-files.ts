import { randomUUID } from 'node:crypto'
import { lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { tidyDatabases } from '../storage/database-folder.ts'
import { renameRetrying } from '../storage/rename.ts'
import { makeStateFile, type StateFile } from '../storage/state-file.ts'
import { nextStep } from './next-step.ts'

const NAME = 'unsealed'
/** The session that reads the files of an earlier version. They are moved there, so that the default session never opens them. */
export const OLD_PARTITION = `persist:${NAME}`

/** How far the carry-over is. Persisted: add freely; rename or remove only with a migration. */
const storedProgress = z.object({
  v: z.literal(1),
  id: z.string().min(1).max(100),
  /** Databases that are in the sealed databases, or not wanted. */
  done: z.array(z.string()),
  isOver: z.boolean(),
})

/** The files of an earlier version, which contain unsealed customer data. */
export interface OldFiles {
  readonly id: string
  /** Databases that are done. */
  done(): readonly string[]
  /** Throws when that cannot be written down. */
  finish(databaseNames: readonly string[]): void
  /** Everything was carried over: deletes the files. What is in use now is deleted at the next start. */
  remove(): void
}

/**
 * Finds the files of an earlier version and moves them to where they are read. Call it before Chromium opens the profile. Null when there
 * are none; `stuck` when they cannot be moved or deleted now.
 */
export function takeOldFiles(userData: string, now: () => number): OldFiles | 'stuck' | null {
  const folder = join(userData, 'Partitions', NAME)
  const progress = makeStateFile(join(folder, 'carry-over.json'), now, {
    version: 1,
    isValid: (state) => storedProgress.safeParse(state).success,
  })
  try {
    return take(userData, folder, progress, now)
  } catch {
    return 'stuck'
  }
}

function take(userData: string, folder: string, progress: StateFile, now: () => number): OldFiles | null {
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const hasFolder = lstatSync(folder, { throwIfNoEntry: false }) !== undefined
    const known = storedProgress.safeParse(hasFolder ? progress.read() : undefined).data
    const areInFolder = hasDatabases(folder)
    const step = nextStep({
      areInProfile: hasDatabases(userData),
      areInFolder,
      hasFolder,
      isOver: known?.isOver ?? false,
    })
    if (step === 'nothing') return null
    if (step === 'remove') removeFolder(folder)
    if (step === 'move') move(userData, folder, progress)
    if (step !== 'read') continue
    tidyDatabases(folder, now)
    return makeOldFiles(folder, progress, known?.id ?? UNKNOWN, known?.done ?? [])
  }
  throw new Error('the old files stay where they are')
}

/** Remove what is over, move, and read. */
const MAX_STEPS = 3

/** The id of a carry-over whose file was lost. */
const UNKNOWN = 'unknown'

function makeOldFiles(folder: string, progress: StateFile, id: string, doneBefore: readonly string[]): OldFiles {
  let done = doneBefore
  return {
    id,
    done: () => done,
    finish(databaseNames) {
      done = [...new Set([...done, ...databaseNames])]
      progress.write({ v: 1, id, done, isOver: false })
    },
    remove() {
      // Once this is written, the next start deletes what is left, and reads nothing of it.
      progress.write({ v: 1, id, done, isOver: true })
      try {
        removeFolder(folder)
      } catch {
        // Windows deletes no file that Chromium still has open.
      }
    },
  }
}

/** What held customer data, besides the databases and the settings. */
const ALSO_OLD = ['Session Storage', 'WebStorage', 'databases', 'File System', 'blob_storage'] as const
const SETTINGS = 'Local Storage'
const DATABASES = 'IndexedDB'
/** Chromium's folder for the databases of our origin. */
const OF_OUR_ORIGIN = 'app_clarion_0.indexeddb.leveldb'

/** The databases are last: until they are moved, an interrupted move starts again. */
function move(userData: string, folder: string, progress: StateFile): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  progress.write({ v: 1, id: randomUUID(), done: [], isOver: false })
  for (const name of ALSO_OLD) rmSync(join(userData, name), { recursive: true, force: true })
  for (const name of [SETTINGS, DATABASES]) {
    const from = join(userData, name)
    if (lstatSync(from, { throwIfNoEntry: false }) === undefined) continue
    rmSync(join(folder, name), { recursive: true, force: true })
    renameRetrying(from, join(folder, name))
  }
}

function hasDatabases(folder: string): boolean {
  return lstatSync(join(folder, DATABASES, OF_OUR_ORIGIN), { throwIfNoEntry: false })?.isDirectory() === true
}

/** The databases are first, and the file that says that they are over is last. */
function removeFolder(folder: string): void {
  const names = readdirSync(folder).sort((one, other) => rank(one) - rank(other))
  for (const name of names) rmSync(join(folder, name), { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
}

function rank(name: string): number {
  return name === DATABASES ? 0 : name.startsWith('carry-over.json') ? 2 : 1
}
