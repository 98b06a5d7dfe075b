import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** Bytes of each file: more than a report has lines. */
const MAX_TAIL_BYTES = 128 * 1_024

/** The last lines of the log and of the older one, oldest first. A file that can't be read has none. */
export function readLogTail(logFile: string): readonly string[] {
  return [`${logFile}.old`, logFile].flatMap(readTail)
}

function readTail(file: string): readonly string[] {
  let handle: number | null = null
  try {
    handle = openSync(file, 'r')
    const { size } = fstatSync(handle)
    const start = Math.max(0, size - MAX_TAIL_BYTES)
    const bytes = Buffer.alloc(size - start)
    const length = readSync(handle, bytes, 0, bytes.length, start)
    const lines = bytes.toString('utf8', 0, length).split('\n')
    // The first one may have lost its beginning.
    return (start > 0 ? lines.slice(1) : lines).filter((line) => line !== '')
  } catch {
    return []
  } finally {
    if (handle !== null) closeSync(handle)
  }
}
