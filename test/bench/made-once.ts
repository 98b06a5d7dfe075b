import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** `kind`: what is made. `key`: what it depends on; only one key of a kind is kept. Both go into a folder's name. */
export type Made = { readonly kind: string; readonly key: string }

const UNFINISHED = '.making-'

/**
 * Returns a folder that `make` fills, once for each key. It is made under another name and renamed when it is complete, so that a run that is
 * killed leaves nothing half-written. Two runs may make the same one; the first wins.
 */
export async function madeOnce(
  cache: string,
  { kind, key }: Made,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const [name, unfinished] = [`${kind}-${key}`, join(cache, `${UNFINISHED}${process.pid}`)]
  const path = join(cache, name)
  if (existsSync(path)) return path
  await mkdir(cache, { recursive: true })
  await removeUseless(cache, kind)
  await mkdir(unfinished)
  try {
    await make(unfinished)
    await rename(unfinished, path).catch((error: unknown) => {
      if (!existsSync(path)) throw error
    })
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
  return path
}

/** Folders of the same kind with another key, and what killed runs have left. */
async function removeUseless(cache: string, kind: string): Promise<void> {
  for (const name of await readdir(cache)) {
    const isAbandoned = name.startsWith(UNFINISHED) && !isRunning(Number(name.slice(UNFINISHED.length)))
    if (isAbandoned || name.startsWith(`${kind}-`)) await rm(join(cache, name), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    return pid !== process.pid && process.kill(pid, 0)
  } catch {
    return false
  }
}
