import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** A small JSON file that is whole or absent, and that nobody else on this machine may read. */
export interface StateFile {
  /** Undefined when there is none. One that is not JSON is set aside, never overwritten, and counts as none. */
  read(): unknown
  write(state: unknown): void
  /** Puts the file out of the way under another name: for one that cannot be understood. */
  setAside(): void
}

export function makeStateFile(path: string, now: () => number): StateFile {
  const setAside = (): void => renameSync(path, `${path}.unreadable-${now()}`)
  return {
    setAside,
    read() {
      const text = readText(path)
      if (text === undefined) return undefined
      try {
        return JSON.parse(text)
      } catch {
        setAside()
        return undefined
      }
    },
    write(state) {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
      const next = `${path}.next`
      const file = openSync(next, 'w', 0o600)
      try {
        writeSync(file, JSON.stringify(state, null, 2))
        // On the disk before it takes the old one's name: a power cut leaves the one or the other.
        fsyncSync(file)
      } finally {
        closeSync(file)
      }
      renameSync(next, path)
    },
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
