import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Lines that are on the disk once they are written, and that nobody else on this machine may read. */
export interface JournalFile {
  /** A line that was cut short by a crash is among them: whoever reads makes nothing of it. */
  read(): readonly string[]
  append(lines: readonly string[]): void
  /** All of it in place of all that was there; a crash leaves the one or the other. */
  replace(lines: readonly string[]): void
  remove(): void
}

export function makeJournalFile(path: string): JournalFile {
  const next = `${path}.next`
  return {
    read: () =>
      readText(path)
        .split('\n')
        .filter((line) => line !== ''),
    append(lines) {
      makeFolder(path)
      // The line end goes first: it closes a line that a crash or a full disk has cut short.
      writeDown(path, 'a', `\n${lines.join('\n')}\n`)
    },
    replace(lines) {
      makeFolder(path)
      writeDown(next, 'w', lines.map((line) => `${line}\n`).join(''))
      renameSync(next, path)
      keepName(path)
    },
    remove() {
      rmSync(next, { force: true })
      rmSync(path, { force: true })
    },
  }
}

function makeFolder(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
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

/** The new name of a file is on the disk only once its folder is. Windows has no such call, and does not need it. */
function keepName(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(dirname(path), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}
