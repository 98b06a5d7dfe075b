import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findElectron } from '../../../scripts/electron.mjs'
import { which } from '../../../scripts/run.mjs'
import type { Bench, OpenWindow } from '../bench.ts'
import { listPaintedAt, watchFill } from '../list-acts.ts'

const OUT = fileURLToPath(new URL('../../../out', import.meta.url))
const COLD_STARTS = 3
const FILLS = 3

/** From the start of the process, and of its page, until the list was painted, ms. */
type Start = { readonly processMs: number; readonly pageMs: number }

/** Starts the app and an empty window in turn, so that both meet the same machine. */
export async function measureStart(bench: Bench): Promise<void> {
  const { userDataDir, close } = await bench.start()
  await close()
  const emptyDir = await bench.folder()
  const startBoth = async (times: number, before = (): void => {}): Promise<Both> => {
    const both: { app: Start[]; empty: Start[] } = { app: [], empty: [] }
    for (let index = 0; index < times; index += 1) {
      before()
      both.app.push(await startOnce(bench.start(userDataDir)))
      before()
      both.empty.push(await startOnce(bench.startEmpty(emptyDir)))
    }
    return both
  }
  if (bench.wants('start-list') || bench.wants('start-page')) {
    const { app, empty } = await startBoth(bench.options.starts)
    for (const [name, part] of [
      ['start-list', 'processMs'],
      ['start-page', 'pageMs'],
    ] as const)
      bench.record(name, { samples: app.map((one) => one[part]), floor: empty.map((one) => one[part]) })
  }
  if (bench.wants('start-cold')) await measureCold(bench, startBoth)
  if (bench.wants('start-fill')) await measureFill(bench, userDataDir)
}

type Both = { readonly app: readonly Start[]; readonly empty: readonly Start[] }

async function measureCold(
  bench: Bench,
  startBoth: (times: number, before: () => void) => Promise<Both>,
): Promise<void> {
  const program = which('dd')
  if (process.platform !== 'linux' || program === null)
    return bench.record('start-cold', { samples: [], note: 'only on Linux, with dd' })
  const folders = [OUT, dirname(findElectron()?.executable ?? OUT)]
  const { app, empty } = await startBoth(COLD_STARTS, () => folders.forEach((folder) => forget(folder, program)))
  const note = 'files that another running Electron uses stay in the cache'
  const [samples, floor] = [app, empty].map((starts) => starts.map(({ processMs }) => processMs))
  bench.record('start-cold', { samples: samples ?? [], floor: floor ?? [], note })
}

/** The kernel drops what it holds of these files. */
function forget(folder: string, program: string): void {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  for (const { parentPath, name } of files)
    spawnSync(program, [`if=${join(parentPath, name)}`, 'iflag=nocache', 'count=0', 'status=none'])
}

async function measureFill(bench: Bench, userDataDir: string): Promise<void> {
  const samples: number[] = []
  for (let index = 0; index < FILLS; index += 1) {
    const { page, close } = await bench.start(userDataDir)
    samples.push(await watchFill(page))
    await close()
  }
  bench.record('start-fill', { samples })
}

async function startOnce(starting: Promise<OpenWindow>): Promise<Start> {
  const { app, page, close } = await starting
  const createdAt = await app.evaluate(() => process.getCreationTime?.() ?? Number.NaN)
  const paintedAt = await listPaintedAt(page)
  const start = {
    processMs: paintedAt - createdAt,
    pageMs: paintedAt - (await page.evaluate(() => performance.timeOrigin)),
  }
  await close()
  return start
}
