import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { launchApp, type RunningApp } from '../support/app.ts'
import { heapMb, printBeside } from './figures.ts'
import {
  type Acts,
  holdKey,
  listPaintedAt,
  resolveSome,
  searchBuilt,
  switchViews,
  WATCH,
  watchFill,
} from './list-acts.ts'
import { type Env, seedAccount } from './seed.ts'

/**
 * Compares the list with a hundred thousand conversations to one with three hundred, and a start to an empty window. Run it by hand with
 * `npm run bench`. It only prints: times depend on the machine, ratios on the app.
 */
const SIZE = Number(process.env['BENCH_CONVERSATIONS'] ?? 100_000)
const FLOOR_SIZE = 300
const STARTS = Number(process.env['BENCH_STARTS'] ?? 10)
const KEYS = 50
const TIMES = 20

/** From the start of the process, and of its page, until the list was painted, ms. */
type Start = { readonly processMs: number; readonly pageMs: number }

type Figures = {
  readonly starts: readonly Start[]
  /** Right after a start, while the search index is being built. */
  readonly early: Acts
  readonly key: Acts
  readonly view: Acts
  readonly resolve: Acts
  readonly heap: number
  readonly fill: { readonly ms: number; readonly longestBlockMs: number }
}

/** Longer than the app takes to save the snapshot for the next start, ms. */
const KEPT_MS = 6_000
const NAMES = { early: 'J while the search is built', key: 'J held down', view: 'another view', resolve: 'resolve' }

const folders: string[] = []

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

it('measures', { timeout: 3_600_000 }, async () => {
  const empty = await startEmptyWindows()
  const floor = await measure(FLOOR_SIZE)
  const figures = await measure(SIZE)
  console.log(`\n${SIZE} conversations beside ${FLOOR_SIZE}`)
  for (const part of ['processMs', 'pageMs'] as const) {
    const what = part === 'processMs' ? 'process start → list painted' : 'of it in the page'
    const [here, small, none] = [figures.starts, floor.starts, empty].map((starts) => starts.map((one) => one[part]))
    printBeside(`${what}, beside an empty window`, here ?? [], none ?? [])
    printBeside(`${what}, beside the small account`, here ?? [], small ?? [])
  }
  for (const act of ['early', 'key', 'view', 'resolve'] as const) {
    printBeside(`${NAMES[act]}, own work before the frame`, figures[act].work, floor[act].work)
    printBeside(`${NAMES[act]}, until painted`, figures[act].painted, floor[act].painted)
    printBeside(`${NAMES[act]}, all that the page works for it`, figures[act].all, floor[act].all)
  }
  console.log(`heap: ${figures.heap.toFixed(1)} MB | floor: ${floor.heap.toFixed(1)} MB`)
  console.log(
    `catalogue filled ${figures.fill.ms.toFixed(0)} ms after the page began, longest block of the page since the first paint ${figures.fill.longestBlockMs.toFixed(0)} ms | floor: ${floor.fill.longestBlockMs.toFixed(0)} ms`,
  )
  expect(figures.starts).toHaveLength(STARTS)
})

async function measure(size: number): Promise<Figures> {
  const userDataDir = await aFolder()
  const env = await seedAccount(userDataDir, size)
  const starts: Start[] = []
  // The first start has no snapshot.
  const first = await startOnce(userDataDir, env)
  await watchFill(first.app.page)
  await first.app.page.waitForTimeout(KEPT_MS)
  await first.app.close()
  for (let index = 0; index < STARTS; index += 1) {
    const { start, app } = await startOnce(userDataDir, env)
    starts.push(start)
    await app.close()
  }
  const { app } = await startOnce(userDataDir, env)
  const { page } = app
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const fill = await watchFill(page)
  await holdKey(page, session, 5)
  const early = await holdKey(page, session, 30)
  // Idle and warmed up. The first keys after a start are measured elsewhere.
  await searchBuilt(page)
  await holdKey(page, session, 5)
  const key = await holdKey(page, session, KEYS)
  const view = await switchViews(page, session, TIMES)
  const resolve = await resolveSome(page, session, TIMES)
  const heap = await heapMb(session)
  await app.close()
  return { starts, fill, early, key, view, resolve, heap }
}

/** The account's server is unreachable, so that only this device is measured. */
async function startOnce(userDataDir: string, env: Env): Promise<{ readonly app: RunningApp; readonly start: Start }> {
  const app = await launchApp({ userDataDir, env, loader: WATCH })
  return { app, start: await paintedAfter(app) }
}

async function startEmptyWindows(): Promise<readonly Start[]> {
  const folder = await aFolder()
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'empty', version: '0.0.0', main: 'main.cjs' }))
  await writeFile(join(folder, 'main.cjs'), EMPTY_APP)
  const starts: Start[] = []
  for (let index = 0; index < STARTS; index += 1) {
    const app = await launchApp({ userDataDir: join(folder, 'profile'), folder, loader: WATCH })
    starts.push(await paintedAfter(app))
    await app.close()
  }
  return starts
}

const EMPTY_APP = `
  const { app, BrowserWindow } = require('electron')
  app.whenReady().then(() => {
    new BrowserWindow({ width: 1280, height: 800 }).loadURL('data:text/html,<p role=option aria-label=Empty>Empty</p>')
  })`

async function paintedAfter({ app, page }: RunningApp): Promise<Start> {
  const createdAt = await app.evaluate(() => process.getCreationTime?.() ?? Number.NaN)
  const paintedAt = await listPaintedAt(page)
  return { processMs: paintedAt - createdAt, pageMs: paintedAt - (await page.evaluate(() => performance.timeOrigin)) }
}

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'clarion-bench-'))
  folders.push(folder)
  return folder
}
