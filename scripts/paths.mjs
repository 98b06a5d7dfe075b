import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

/** What a checkout remembers between runs; goes when node_modules goes. */
export const NOTES = join(ROOT, 'node_modules', '.cache', 'clarion')

/** What all checkouts of one person share: a runtime of 200 MB is not unpacked per clone. */
export function cacheFolder(env = process.env) {
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'clarion')
}
