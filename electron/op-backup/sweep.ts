import { join } from 'node:path'
import type { Disk } from '../storage/disk.ts'
import { makeBackupFile } from './backup-file.ts'
import { readLines } from './backup-lines.ts'

/** The file of a backup, or the one that holds its new bytes until it is complete. */
const NAME = /^([\w-]{1,100})\.jsonl(\.next)?$/

/**
 * Removes backups that belong to no workspace of the list and hold no unsent op. The list may have been lost and begun anew since, and
 * the ops of a lost workspace must survive: so a backup with ops, and a damaged one, stays until the user removes its workspace. Call this
 * only when the list was read whole. Returns how many files were removed.
 */
export function sweepBackups(disk: Disk, folder: string, knownIds: readonly string[]): number {
  const orphans = disk.list(folder).filter((name) => !knownIds.includes(NAME.exec(name)?.[1] ?? ''))
  const needless = orphans.filter((name) => {
    const [, id = '', isIncomplete] = NAME.exec(name) ?? []
    return id !== '' && (isIncomplete !== undefined || isEmpty(disk, join(folder, name)))
  })
  for (const name of needless) disk.remove(join(folder, name))
  return needless.length
}

/** False for a file that cannot be read, and for one that is suspiciously large. */
function isEmpty(disk: Disk, path: string): boolean {
  try {
    if ((disk.sizeOf(path) ?? 0) > MAX_EMPTY_BYTES) return false
    const { entries, unknownLines } = readLines(makeBackupFile(path).read())
    return entries.size === 0 && unknownLines.length === 0
  } catch {
    return false
  }
}

/** Bytes. A backup without ops is rewritten, and then has a line or two. */
const MAX_EMPTY_BYTES = 1_000_000
