import { createHash, randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { lstat, open, readdir, readlink, realpath, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, dirname, isAbsolute, join, sep } from 'node:path'
import type { ExportFile } from './exporter.ts'
import { errorFactsOf } from '../storage/error-facts.ts'
import type { Log } from '../storage/log.ts'
import { OWN_FILE } from '../storage/own-file.ts'
import { renameRetryingLater } from '../storage/rename.ts'

/** Enough hexadecimal digits that no two installations that write to one folder have the same mark. */
const MARK_LENGTH = 16
const ANY_ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** Identifies this data folder on this machine in temporary names: a shared drive may contain those of other installations. */
export function markOf(dataFolder: string): string {
  return createHash('sha256').update(`${hostname()}\n${dataFolder}`).digest('hex').slice(0, MARK_LENGTH)
}

/** The current user's number; undefined on Windows. */
export type OwnUser = () => number | undefined

/**
 * Writes each file under a temporary name in the target folder, because a rename is atomic only on the same disk. From its first
 * byte, only its owner may read it.
 */
export function makeExportFiles(
  mark: string,
  log: Log,
  ownUser: OwnUser = () => process.getuid?.(),
): (path: string) => Promise<ExportFile> {
  /** Paths of the temporary files in use. */
  const inUse = new Set<string>()
  const isOurs = new RegExp(`^\\.clarion-${mark}-${ANY_ID}\\.part$`)

  /** Removes temporary files of a process that was killed. A failure does not stop the export. */
  async function clearLeftovers(folder: string): Promise<void> {
    try {
      const entries = await readdir(folder, { withFileTypes: true })
      const leftovers = entries
        .filter((entry) => entry.isFile() && isOurs.test(entry.name))
        .map(({ name }) => join(folder, name))
      await Promise.all(leftovers.filter((path) => !inUse.has(path)).map((path) => rm(path, { force: true })))
    } catch (error) {
      log('export-leftovers-stay', errorFactsOf(error))
    }
  }

  return async function begin(chosen) {
    const path = await resolveOwnLinks(chosen, ownUser())
    await clearLeftovers(dirname(path))
    const temporary = join(dirname(path), `.clarion-${mark}-${randomUUID()}.part`)
    inUse.add(temporary)
    const file = await open(temporary, 'wx', OWN_FILE).catch((error: unknown) => {
      inUse.delete(temporary)
      throw error
    })
    return {
      append: (content) => file.appendFile(content, 'utf8'),
      async keep() {
        // Sync before the rename, so that a power cut leaves the old file or the complete new one.
        await file.sync()
        await file.close()
        await renameRetryingLater(temporary, path)
        inUse.delete(temporary)
      },
      drop() {
        inUse.delete(temporary)
        rmSync(temporary, { force: true })
        void file.close()
      },
    }
  }
}

/** As many as Linux follows. */
const MAX_LINKS = 40

/**
 * Follows links that the user made: such a link stays and its target is written, even if the target does not exist yet. The user
 * arranged that, and chose it in the dialog. A link of someone else is not followed: the export replaces it, so the file is where
 * the user chose, and nothing elsewhere. Windows names no owner, and lets only administrators and developers make links: there all
 * are followed.
 */
async function resolveOwnLinks(chosen: string, ownUser: number | undefined): Promise<string> {
  let path = chosen
  for (let count = 0; count < MAX_LINKS; count++) {
    const owner = await ownerOfLink(path)
    if (!mayFollow(owner, ownUser)) return path
    const folder = await realpath(dirname(path))
    const target = await readlink(path)
    // Not normalized: `..` after a link to a folder means the parent of its target.
    const next = isAbsolute(target) ? target : `${folder}${sep}${target}`
    path = join(await realpath(dirname(next)), basename(next))
  }
  throw Object.assign(new Error('a circle of links'), { code: 'ELOOP' })
}

/** `owner` is null for anything but a link. */
export function mayFollow(owner: number | null, ownUser: number | undefined): boolean {
  return owner !== null && (ownUser === undefined || owner === ownUser)
}

async function ownerOfLink(path: string): Promise<number | null> {
  try {
    const found = await lstat(path)
    return found.isSymbolicLink() ? found.uid : null
  } catch {
    // The file does not exist or cannot be inspected. Writing it gives the reason.
    return null
  }
}
