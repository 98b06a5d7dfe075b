import { join } from 'node:path'

const NAME = 'sealed'

/**
 * The session of the window. LevelDB keeps deleted rows in its files for a while, so customer data is stored in a partition in which
 * nothing unsealed was ever written. Must never change: another partition would open an empty database.
 */
export const PAGE_PARTITION = `persist:${NAME}`

/** Chromium's folder of the window's session. */
export function pageFolder(userData: string): string {
  return join(userData, 'Partitions', NAME)
}
