import { lstatSync, mkdirSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { openToAppend, writeAndClose } from './own-file.ts'

/**
 * Writes an event name and small facts to the log. There is no field for free text, so that no message, name or key gets into
 * the file.
 */
export type Log = (event: string, facts?: Readonly<Record<string, string | number | boolean>>) => void

export function makeLog(write: (line: string) => void, now: () => number): Log {
  return (event, facts = {}) => write(`${JSON.stringify({ at: new Date(now()).toISOString(), event, ...facts })}\n`)
}

/** At this size the log is renamed to `.old`, which replaces the older one, so that logs never fill a disk. */
const MAX_LOG_BYTES = 1_000_000

/** Writes synchronously, so that the last line before a crash is in the file. If the write fails, the line goes to stderr. */
export function makeLogFile(file: string): (line: string) => void {
  return (line) => {
    try {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
      if (mustMakeRoom(file)) renameSync(file, `${file}.old`)
      writeAndClose(openToAppend(file), line)
    } catch {
      process.stderr.write(line)
    }
  }
}

/** A link, a folder or a file with a second name is moved too, because the log is never written through it. */
function mustMakeRoom(file: string): boolean {
  const found = lstatSync(file, { throwIfNoEntry: false })
  return found !== undefined && (!found.isFile() || found.nlink > 1 || found.size > MAX_LOG_BYTES)
}
