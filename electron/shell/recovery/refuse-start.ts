import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app, dialog } from 'electron'
import { languageOf, setLanguage } from '../../../src/shared/language.ts'
import type { StartProblem } from '../../storage/profile-check.ts'
import { text } from '../../strings/text.ts'

/** How long to wait until Electron can show a dialog, ms. After that the app exits with the text on stderr only. */
const READY_LIMIT_MS = 20_000

/** Shows why the app does not start, and exits with an error code. */
export async function refuseToStart({ reason, path }: StartProblem): Promise<void> {
  process.stderr.write(`${text('start.refused')}: ${reason()}\n${path}\n`)
  const limit = setTimeout(() => app.exit(1), READY_LIMIT_MS)
  const spare = app.isReady() ? null : takeSpareFolder()
  // Linux shows no dialog before the app is ready.
  await app.whenReady()
  clearTimeout(limit)
  // The language that the user chose is in the folder that cannot be used.
  if (spare !== null) setLanguage(languageOf('system', app.getPreferredSystemLanguages()))
  dialog.showErrorBox(text('start.refused'), `${reason()}\n\n${path}`)
  if (spare !== null) rmSync(spare, { recursive: true, force: true })
  app.exit(1)
}

/** A temporary folder, because Chromium needs a writable one to show a dialog. Null when none can be made. */
function takeSpareFolder(): string | null {
  try {
    const folder = mkdtempSync(join(tmpdir(), 'clarion-'))
    app.setPath('userData', folder)
    return folder
  } catch {
    return null
  }
}
