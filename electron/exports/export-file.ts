import { createHash, randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { lstat, open, readdir, readlink, realpath, rename, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { ExportFile } from './exporter.ts'
import { errorFactsOf } from '../storage/error-facts.ts'
import type { Log } from '../storage/log.ts'

/** Enough hexadecimal digits that no two installations that write to one folder have the same mark. */
const MARK_LENGTH = 16
const ANY_ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** Identifies this data folder on this machine in temporary names: a shared drive may contain those of other installations. */
export function markOf(dataFolder: string): string {
  return createHash('sha256').update(`${hostname()}\n${dataFolder}`).digest('hex').slice(0, MARK_LENGTH)
}

/** Writes each file under a temporary name in the target folder, because a rename is atomic only on the same disk. */
export function makeExportFiles(mark: string, log: Log): (path: string) => Promise<ExportFile> {
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
    const path = await resolveLinks(chosen)
    await clearLeftovers(dirname(path))
    const temporary = join(dirname(path), `.clarion-${mark}-${randomUUID()}.part`)
    inUse.add(temporary)
    const file = await open(temporary, 'wx').catch((error: unknown) => {
      inUse.delete(temporary)
      throw error
    })
    return {
      append: (text) => file.appendFile(text, 'utf8'),
      async keep() {
        // Sync before the rename, so that a power cut leaves the old file or the complete new one.
        await file.sync()
        await file.close()
        await rename(temporary, path)
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

/** The target of a link, so that the link stays and its target is written, even if the target does not exist yet. */
async function resolveLinks(chosen: string): Promise<string> {
  if (!(await isLink(chosen))) return chosen
  try {
    return await realpath(chosen)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  return resolveLinks(resolve(await realpath(dirname(chosen)), await readlink(chosen)))
}

async function isLink(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isSymbolicLink()
  } catch {
    // The file does not exist or cannot be inspected. Writing it gives the reason.
    return false
  }
}
