import { createHash } from 'node:crypto'
import { createReadStream, renameSync, rmSync } from 'node:fs'
import { chmod, copyFile, open } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * An AppImage replaces itself by a rename in its own folder, which is atomic: after a crash, a full disk or a power cut there is the old
 * file or the new one, whole. So the new one is copied there before, when it is downloaded. electron-updater would delete the old file
 * first, and move the new one from another disk while the app quits.
 */
export function stagedPath(image: string): string {
  return join(dirname(image), `.${basename(image)}.update`)
}

/** Copies a checked file beside the AppImage. Throws, and leaves nothing, if the copy fails or differs. `sha512`: base64. */
export async function stageImage(downloaded: string, image: string, sha512: string): Promise<void> {
  const staged = stagedPath(image)
  try {
    rmSync(staged, { force: true })
    await copyFile(downloaded, staged)
    await chmod(staged, 0o755)
    await syncFile(staged)
    if ((await sha512Of(staged)) !== sha512) throw differs()
  } catch (error) {
    rmSync(staged, { force: true })
    throw error
  }
}

/** Replaces the AppImage. The app that runs keeps its open file. */
export function installStaged(image: string): void {
  renameSync(stagedPath(image), image)
}

export function dropStaged(image: string): void {
  rmSync(stagedPath(image), { force: true })
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

async function sha512Of(path: string): Promise<string> {
  const hash = createHash('sha512')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('base64')
}

function differs(): Error {
  return Object.assign(new Error('the copy differs'), { code: 'ERR_CHECKSUM_MISMATCH' })
}
