import { lstatSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { listDamaged, moveAside, realDisk } from '../storage/disk.ts'
import { appendDurably, temporaryPath } from '../storage/durable-write.ts'

/** A file of lines. Each write is on the disk when it returns, and only the current user of this machine may read the file. */
export interface BackupFile {
  /** May contain a line that a crash cut short. The caller ignores lines that it cannot parse. */
  read(): readonly string[]
  append(lines: readonly string[]): void
  /** Replaces the whole file. After a crash the file has the old lines or the new ones. */
  replace(lines: readonly string[]): void
  remove(): void
}

export function makeBackupFile(path: string, now: () => number = Date.now): BackupFile {
  return {
    read: () =>
      readText(path, now)
        .split('\n')
        .filter((line) => line !== ''),
    append(lines) {
      makeFolder(path, now)
      makePlain(path, now)
      // The leading line break ends a line that a crash or a full disk cut short.
      appendDurably(path, `\n${lines.join('\n')}\n`)
    },
    replace(lines) {
      makeFolder(path, now)
      realDisk.replace(path, lines.map((line) => `${line}\n`).join(''))
    },
    remove() {
      for (const file of [temporaryPath(path), path, ...listDamaged(realDisk, path)]) realDisk.remove(file)
    },
  }
}

/** Moves a file that has the folder's name aside, because it would make every backup fail. */
function makeFolder(path: string, now: () => number): void {
  const folder = dirname(path)
  if (statSync(folder, { throwIfNoEntry: false })?.isFile() === true) moveAside(realDisk, folder, now())
  mkdirSync(folder, { recursive: true, mode: 0o700 })
}

/** Ops are never written through a link or into a file with a second name: its lines are copied into a file of our own. */
function makePlain(path: string, now: () => number): void {
  const found = lstatSync(path, { throwIfNoEntry: false })
  const isElsewhere = found?.isSymbolicLink() === true || (found?.isFile() === true && found.nlink > 1)
  if (isElsewhere) realDisk.replace(path, readText(path, now))
}

/** Empty when there is no backup. A backup that cannot be read is moved aside, and the app starts a new one. */
function readText(path: string, now: () => number): string {
  try {
    if ((realDisk.sizeOf(path) ?? 0) <= MAX_BACKUP_BYTES) return readFileSync(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return ''
  }
  moveAside(realDisk, path, now())
  return ''
}

/** Bytes; no outbox needs more. A larger file is damaged, and reading it could use up the app's memory. */
const MAX_BACKUP_BYTES = 256_000_000
