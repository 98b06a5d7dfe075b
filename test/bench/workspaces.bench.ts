import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { invariant } from '../../src/shared/failure.ts'
import { connectAccounts } from '../support/accounts.ts'
import { setStage, type Stage } from '../support/stage.ts'

/**
 * Memory and work at rest by the number of workspaces, all in the page that exists; beside it, what hidden windows cost that load the same
 * page and do nothing: one for each workspace that is not shown, or one worker window. Linux only. Run it by hand with `npm run bench`. It only prints.
 */
const COUNTS = [1, 4, 8]
const CONVERSATIONS = 200
/** After the last read, until garbage is collected and nothing is left to do, ms. */
const SETTLE_MS = 20_000
const WINDOW_MS = 20_000
/** It only bounds a hang. */
const READ_LIMIT_MS = 600_000

type Rest = { readonly pssMb: number; readonly cpuPercent: number; readonly processes: number }

it('measures', { timeout: 1_800_000 }, async () => {
  const rows: [string, Rest][] = []
  for (const count of COUNTS) {
    const stage = await setStage({ conversations: CONVERSATIONS })
    const { page } = await stage.start('connected')
    await page.getByText('All threads on this device').waitFor({ timeout: READ_LIMIT_MS })
    if (count > 1) {
      const accounts = await connectAccounts(stage, page, { count, conversations: CONVERSATIONS })
      // Each is read whole in the background.
      const lastRead = accounts.map(
        ({ server }) =>
          () =>
            server.journal.requests().filter(isThread).length,
      )
      await expect
        .poll(() => lastRead.map((read) => read() >= CONVERSATIONS), { timeout: READ_LIMIT_MS })
        .not.toContain(false)
    }
    rows.push([`${count} in one page`, await measure(stage)])
    if (count > 1) {
      await searchAll(page)
      rows.push([`${count} in one page, after a search in All inboxes`, await measure(stage)])
    }
    if (count === 1)
      for (const windows of [1, 3, 7]) {
        await openHidden(stage, windows)
        rows.push([`1 in one page and ${windows} hidden window(s) without data`, await measure(stage)])
      }
    await stage.quit()
  }
  for (const [name, { pssMb, cpuPercent, processes }] of rows)
    console.log(`${name}: ${pssMb} MB PSS in ${processes} processes, ${cpuPercent} % of one core at rest`)
  expect(rows).toHaveLength(COUNTS.length + 5)
})

/** Every workspace's index is built and kept while the results are on screen. */
async function searchAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^All inboxes/ }).click()
  await page.keyboard.press('/')
  await page.keyboard.type('appointment')
  await page.getByText(/^Searched .* all with full text$/).waitFor({ timeout: READ_LIMIT_MS })
}

function isThread({ method, path }: { readonly method: string; readonly path: string }): boolean {
  return method === 'GET' && /^\/conversations\/[^/]+$/.test(path)
}

/** Opens hidden windows with the app's page, until there are `count`. */
async function openHidden({ app }: Stage, count: number): Promise<void> {
  await app?.evaluate(async ({ BrowserWindow, webContents }, wanted) => {
    const [own] = webContents.getAllWebContents()
    while (BrowserWindow.getAllWindows().length - 1 < wanted) {
      const window = new BrowserWindow({
        show: false,
        webPreferences: { sandbox: true, backgroundThrottling: false, ...(own && { session: own.session }) },
      })
      await window.loadURL(own?.getURL() ?? '')
    }
  }, count)
}

async function measure({ app }: Stage): Promise<Rest> {
  const root = app?.process().pid
  const page = app?.windows()[0]
  invariant(root !== undefined && page !== undefined, 'the app runs')
  // What reading left behind is no cost at rest.
  const devtools = await page.context().newCDPSession(page)
  await wait(SETTLE_MS)
  await devtools.send('HeapProfiler.collectGarbage')
  await devtools.detach()
  const [ticks, at] = [ticksOf(root), performance.now()]
  await wait(WINDOW_MS)
  const seconds = (performance.now() - at) / 1000
  const pids = treeOf(root)
  const pssKb = pids.reduce((sum, pid) => sum + pssOf(pid), 0)
  return {
    pssMb: Math.round(pssKb / 1024),
    // Linux counts a hundred ticks a second.
    cpuPercent: Math.round(((ticksOf(root) - ticks) / seconds) * 10) / 10,
    processes: pids.length,
  }
}

function statOf(pid: number): readonly string[] {
  try {
    // The name before it is in parentheses and may hold spaces.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  } catch {
    return []
  }
}

/** The process and all that it started. */
function treeOf(root: number): readonly number[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
  const below = (parent: number): readonly number[] =>
    all.filter((pid) => Number(statOf(pid)[1]) === parent).flatMap((pid) => [pid, ...below(pid)])
  return [root, ...below(root)]
}

function ticksOf(root: number): number {
  return treeOf(root).reduce((sum, pid) => sum + Number(statOf(pid)[11] ?? 0) + Number(statOf(pid)[12] ?? 0), 0)
}

function pssOf(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}
