import { rm } from 'node:fs/promises'

/** Removes the folder of a story. A process of the app that is still ending may write into it once more. */
export async function removeFolder(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
}
