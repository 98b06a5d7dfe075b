import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app, dialog } from 'electron'
import type { StartProblem } from '../profile-check.ts'

/** How long the runtime may take until it can show a dialog, ms. Then the app ends with the words on stderr alone. */
const READY_LIMIT_MS = 20_000

/** Tells why the app does not start, and ends it with an exit code that says so. */
export async function refuseToStart({ reason, path }: StartProblem): Promise<void> {
  process.stderr.write(`Clarion couldn't start: ${reason}\n${path}\n`)
  const limit = setTimeout(() => app.exit(1), READY_LIMIT_MS)
  const spare = app.isReady() ? null : takeSpareFolder()
  // Linux shows no dialog before the app is ready.
  await app.whenReady()
  clearTimeout(limit)
  dialog.showErrorBox('Clarion couldn’t start', `${reason}\n\n${path}`)
  if (spare !== null) rmSync(spare, { recursive: true, force: true })
  app.exit(1)
}

/** Chromium needs a folder to get as far as a dialog, and the profile's own cannot be used. Null where there is no other. */
function takeSpareFolder(): string | null {
  try {
    const folder = mkdtempSync(join(tmpdir(), 'clarion-'))
    app.setPath('userData', folder)
    return folder
  } catch {
    return null
  }
}
