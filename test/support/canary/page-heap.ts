import type { Page } from 'playwright-core'
import { makeFinder } from './find-needles.ts'
import { listNeedles, type Secret } from './needles.ts'

/** The kinds of secrets in the JavaScript heap of the page, after a garbage collection. */
export async function kindsInHeap(page: Page, secrets: readonly Secret[]): Promise<readonly string[]> {
  const devtools = await page.context().newCDPSession(page)
  const chunks: string[] = []
  devtools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await devtools.send('HeapProfiler.collectGarbage')
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await devtools.detach()
  const found = makeFinder(secrets.flatMap((secret) => listNeedles(secret)))(Buffer.from(chunks.join('')))
  return [...new Set([...found].map(({ kind }) => kind))].toSorted()
}
