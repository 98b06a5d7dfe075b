import { createHash, randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { lstat, open, readdir, readlink, realpath, rename, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { ExportFile } from './exporter.ts'
import { errorFactsOf } from '../storage/error-facts.ts'
import type { Log } from '../storage/log.ts'

/** Letters of a mark: enough that no two installations that write to one folder share it. */
const MARK_LETTERS = 16
const ANY_ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** Whose a passing name is: this data folder's on this machine, which one running app has at a time. A shared drive may hold others'. */
export function markOf(dataFolder: string): string {
  return createHash('sha256').update(`${hostname()}\n${dataFolder}`).digest('hex').slice(0, MARK_LETTERS)
}

/** Files written beside their place under a passing name: a file takes another name at once only on the same disk. */
export function makeExportFiles(mark: string, log: Log): (path: string) => Promise<ExportFile> {
  /** What is being written now. */
  const running = new Set<string>()
  const isOurs = new RegExp(`^\\.clarion-${mark}-${ANY_ID}\\.part$`)

  /** What an earlier run could not take away itself, because it was killed. What cannot be taken away now stops no export. */
  async function clearLeftovers(folder: string): Promise<void> {
    try {
      const entries = await readdir(folder, { withFileTypes: true })
      const left = entries
        .filter((entry) => entry.isFile() && isOurs.test(entry.name))
        .map(({ name }) => join(folder, name))
      await Promise.all(left.filter((path) => !running.has(path)).map((path) => rm(path, { force: true })))
    } catch (error) {
      log('export-leftovers-stay', errorFactsOf(error))
    }
  }

  return async function begin(chosen) {
    const path = await placeOf(chosen)
    await clearLeftovers(dirname(path))
    const passing = join(dirname(path), `.clarion-${mark}-${randomUUID()}.part`)
    running.add(passing)
    const file = await open(passing, 'wx').catch((error: unknown) => {
      running.delete(passing)
      throw error
    })
    return {
      append: (text) => file.appendFile(text, 'utf8'),
      async keep() {
        // On the disk before it takes the name: a power cut leaves what was there, or all of this.
        await file.sync()
        await file.close()
        await rename(passing, path)
        running.delete(passing)
      },
      drop() {
        running.delete(passing)
        rmSync(passing, { force: true })
        void file.close()
      },
    }
  }
}

/** Where a file of that name really lies: a link stays a link, and what it points at is written, also if that is not there yet. */
async function placeOf(chosen: string): Promise<string> {
  if (!(await isLink(chosen))) return chosen
  try {
    return await realpath(chosen)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  return placeOf(resolve(await realpath(dirname(chosen)), await readlink(chosen)))
}

async function isLink(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isSymbolicLink()
  } catch {
    // Nothing is there, or nobody may look: writing says which.
    return false
  }
}
