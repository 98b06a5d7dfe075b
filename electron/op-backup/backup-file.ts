import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { listDamaged, moveAside, realDisk, syncFolder } from '../storage/disk.ts'

/** Lines that are on the disk once they are written, and that nobody else on this machine may read. */
export interface BackupFile {
  /** A line that was cut short by a crash is among them: whoever reads makes nothing of it. */
  read(): readonly string[]
  append(lines: readonly string[]): void
  /** All of it in place of all that was there; a crash leaves the one or the other. */
  replace(lines: readonly string[]): void
  remove(): void
}

export function makeBackupFile(path: string, now: () => number = Date.now): BackupFile {
  const next = `${path}.next`
  return {
    read: () =>
      readText(path, now)
        .split('\n')
        .filter((line) => line !== ''),
    append(lines) {
      makeFolder(path, now)
      // The line end goes first: it closes a line that a crash or a full disk has cut short.
      writeDown(path, 'a', `\n${lines.join('\n')}\n`)
    },
    replace(lines) {
      makeFolder(path, now)
      realDisk.remove(next)
      writeDown(next, 'w', lines.map((line) => `${line}\n`).join(''))
      renameSync(next, path)
      syncFolder(dirname(path))
    },
    remove() {
      for (const one of [next, path, ...listDamaged(realDisk, path)]) realDisk.remove(one)
    },
  }
}

/** A file where the folder belongs is moved aside: it would refuse every journal. */
function makeFolder(path: string, now: () => number): void {
  const folder = dirname(path)
  if (statSync(folder, { throwIfNoEntry: false })?.isFile() === true) moveAside(realDisk, folder, now())
  mkdirSync(folder, { recursive: true, mode: 0o700 })
}

function writeDown(path: string, how: 'a' | 'w', text: string): void {
  const file = openSync(path, how, 0o600)
  try {
    writeFileSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Empty when there is no journal. One that cannot be read is moved aside, and the app begins a new one. */
function readText(path: string, now: () => number): string {
  try {
    if ((realDisk.sizeOf(path) ?? 0) <= MAX_JOURNAL_BYTES) return readFileSync(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return ''
  }
  moveAside(realDisk, path, now())
  return ''
}

/** Bytes; no outbox needs more. A larger file is damaged, and reading it could use up the app's memory. */
const MAX_JOURNAL_BYTES = 256_000_000
