import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

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
