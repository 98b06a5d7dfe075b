import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * What happened, in words of our own: an event's name and small facts. There is no field for free text, so that
 * no message, no name and no key can get into the file.
 */
export type Log = (event: string, facts?: Readonly<Record<string, string | number | boolean>>) => void

export function makeLog(write: (line: string) => void, now: () => number): Log {
  return (event, facts = {}) => write(`${JSON.stringify({ at: new Date(now()).toISOString(), event, ...facts })}\n`)
}

/** Then the file starts anew, and the one before it is kept: a log never fills a disk. */
const MAX_LOG_BYTES = 1_000_000

/** Appends at once, so that the line before a crash is there. A log that cannot be written stops nobody. */
export function makeLogFile(file: string): (line: string) => void {
  return (line) => {
    try {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
      if (sizeOf(file) > MAX_LOG_BYTES) renameSync(file, `${file}.old`)
      appendFileSync(file, line, { mode: 0o600 })
    } catch {
      process.stderr.write(line)
    }
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
