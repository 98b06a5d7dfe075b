import { tidyDatabases } from '../storage/database-folder.ts'
import type { Log } from '../storage/log.ts'
import { pageFolder } from '../storage/partition.ts'
import { takeOldFiles } from './old-files.ts'

/** Before Chromium opens any database. Returns the files of an earlier version. */
export function prepareDatabases(userData: string, now: () => number, log: Log): ReturnType<typeof takeOldFiles> {
  const files = takeOldFiles(userData, now)
  const moved = tidyDatabases(pageFolder(userData), now)
  if (moved > 0) log('database-files-moved', { moved })
  return files
}
