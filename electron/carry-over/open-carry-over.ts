import { START_URL } from '../guards/origin.ts'
import { servePartition } from '../shell/serve-page.ts'
import type { Log } from '../storage/log.ts'
import { openHiddenPage } from '../window.ts'
import { type CarryOvers, makeCarryOver } from './carry-over.ts'
import { OLD_PARTITION, type takeOldFiles } from './old-files.ts'
import { readOldData } from './old-page.ts'

/** Reads the data of an earlier version when the window asks for it. */
export function openCarryOver(parts: {
  readonly files: ReturnType<typeof takeOldFiles>
  readonly renderer: string
  readonly devOrigin: string | null
  /** Databases that the user asked to delete. */
  readonly forgotten: readonly string[]
  readonly log: Log
}): CarryOvers {
  const { files, renderer, devOrigin, forgotten, log } = parts
  const read = async (unwanted: readonly string[]) => {
    await servePartition(OLD_PARTITION, renderer, devOrigin, log)
    const page = { url: `${START_URL}carry-over.html`, partition: OLD_PARTITION, platform: process.platform }
    return readOldData(await openHiddenPage(page), unwanted)
  }
  return makeCarryOver({ files, read, forgotten, log })
}
