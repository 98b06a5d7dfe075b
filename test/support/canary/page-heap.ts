import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PageByMain } from '../page-by-main.ts'
import { removeFolder } from '../remove-folder.ts'
import { makeFinder } from './find-needles.ts'
import { listNeedles, type Secret } from './needles.ts'

/** The kinds of secrets in the JavaScript heap of the page. */
export async function kindsInHeap(page: PageByMain, secrets: readonly Secret[]): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'clarion-heap-'))
  try {
    const file = join(folder, 'page.heapsnapshot')
    await page.ask(
      ({ BrowserWindow }, path) => BrowserWindow.getAllWindows()[0]?.webContents.takeHeapSnapshot(path),
      file,
    )
    const found = makeFinder(secrets.flatMap((secret) => listNeedles(secret)))(readFileSync(file))
    return [...new Set([...found].map(({ kind }) => kind))].toSorted()
  } finally {
    await removeFolder(folder)
  }
}
