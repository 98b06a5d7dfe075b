import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the checkout. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

/** Notes of the scripts between runs. They are removed with node_modules. */
export const NOTES = join(ROOT, 'node_modules', '.cache', 'clarion')

/** Shared by all checkouts of a user, so that a runtime of 200 MB is unpacked only once. */
export function cacheFolder(env = process.env) {
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'clarion')
}
