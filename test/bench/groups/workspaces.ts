import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'vitest'
import { invariant } from '../../../src/shared/failure.ts'
import { connectAccounts } from '../../support/accounts.ts'
import { setStage, type Stage } from '../../support/stage.ts'
import type { Bench } from '../bench.ts'
import { measureRest, type Rest } from '../processes.ts'

/**
 * Memory and work at rest by the number of workspaces, all in the page that exists; beside it, what hidden windows cost that load the same
 * page and do nothing: one for each workspace that is not shown. Linux only.
 */
const COUNTS = [1, 4, 8] as const
const CONVERSATIONS = 200
/** After the last read, until garbage is collected and nothing is left to do, ms. */
const SETTLE_MS = 20_000
const WINDOW_MS = 20_000
/** It only bounds a hang. */
const READ_LIMIT_MS = 600_000

export async function measureWorkspaces(bench: Bench): Promise<void> {
  const hidden = new Map<number, Rest>()
  for (const count of COUNTS) {
    const stage = await connect(count)
    const rest = await restOf(stage)
    if (count === 1)
      for (const all of COUNTS.slice(1)) {
        await openHidden(stage, all - 1)
        hidden.set(all, await restOf(stage))
      }
    const floor = hidden.get(count)
    bench.record(`workspaces-${count}`, {
      samples: [rest.pssMb],
      ...(floor && { floor: [floor.pssMb] }),
      note: `${rest.processes} processes, ${rest.cpuPercent.toFixed(1)} % of a core at rest`,
    })
    await stage.quit()
  }
}

/** Connects so many workspaces, and waits until all of their threads were read. */
async function connect(count: number): Promise<Stage> {
  const stage = await setStage({ conversations: CONVERSATIONS })
  const { page } = await stage.start('connected')
  await page.getByText('All threads on this device').waitFor({ timeout: READ_LIMIT_MS })
  if (count === 1) return stage
  const accounts = await connectAccounts(stage, page, { count, conversations: CONVERSATIONS })
  const lastRead = accounts.map(
    ({ server }) =>
      () =>
        server.journal.requests().filter(isThread).length,
  )
  await expect
    .poll(() => lastRead.map((read) => read() >= CONVERSATIONS), { timeout: READ_LIMIT_MS })
    .not.toContain(false)
  return stage
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

async function restOf({ app }: Stage): Promise<Rest> {
  const page = app?.windows()[0]
  invariant(app !== null && page !== undefined, 'the app runs')
  // What reading left behind is no cost at rest.
  const devtools = await page.context().newCDPSession(page)
  await wait(SETTLE_MS)
  await devtools.send('HeapProfiler.collectGarbage')
  await devtools.detach()
  return measureRest(app, WINDOW_MS)
}
