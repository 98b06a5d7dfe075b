import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import { launchApp } from '../support/app.ts'
import { printBeside } from './figures.ts'
import { holdKey, WATCH, watchFill } from './list-acts.ts'
import { seedAccount } from './seed.ts'

/**
 * Closes thousands of conversations at once while the server is unreachable. Measures the time until the result is announced and shown,
 * the cost of a key with thousands of queued ops, and the time of undo. The baseline is the same with a tenth of them. Run it by hand with
 * `npm run bench`. It only prints.
 */
const MANY = 2_000
const KEYS = 40
const TIMES = 3

type Figures = {
  readonly closed: readonly number[]
  readonly undone: readonly number[]
  readonly before: readonly number[]
  readonly queued: readonly number[]
}

it('measures', { timeout: 1_800_000 }, async () => {
  const floor = await measure(MANY / 10)
  const figures = await measure(MANY)
  console.log(`\n${MANY} closed at once beside ${MANY / 10}`)
  printBeside('until it is announced and shown', figures.closed, floor.closed)
  printBeside('until the undo is announced and shown', figures.undone, floor.undone)
  printBeside('J while they wait, all that the page works for it', figures.queued, floor.queued)
  printBeside('J while they wait beside J before, all that the page works for it', figures.queued, figures.before)
  expect(figures.undone).toHaveLength(TIMES)
})

async function measure(count: number): Promise<Figures> {
  const userDataDir = await mkdtemp(join(tmpdir(), 'clarion-bench-'))
  onTestFinished(() => rm(userDataDir, { recursive: true, force: true }))
  // A third of the conversations are open.
  const env = await seedAccount(userDataDir, count * 3)
  const { page, close } = await launchApp({ userDataDir, env, loader: WATCH })
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  await watchFill(page)
  const [closed, undone, queued]: [number[], number[], number[]] = [[], [], []]
  await holdKey(page, session, 5)
  const before = (await holdKey(page, session, KEYS)).all
  for (let time = 0; time < TIMES; time += 1) {
    await page.keyboard.press('Control+A')
    await page.keyboard.press('#')
    await page.getByRole('dialog', { name: new RegExp(`Close ${count.toLocaleString('en')} conversations`) }).waitFor()
    closed.push(await msUntil(page, 'Enter', { announced: /conversations closed/, shown: 0 }))
    await goTo(page, 'All')
    queued.push(...(await holdKey(page, session, KEYS)).all)
    undone.push(await msUntil(page, 'z', { announced: /are open again/, shown: count }))
    await goTo(page, 'Inbox')
  }
  await close()
  return { closed, undone, before, queued }
}

/** From a key press until the result is announced and the view's count shows it, ms. */
async function msUntil(
  page: Page,
  key: string,
  { announced, shown }: { announced: RegExp; shown: number },
): Promise<number> {
  const begunAt = Date.now()
  await page.keyboard.press(key)
  await page.getByRole('status').filter({ hasText: announced }).first().waitFor()
  await place(page, 'Inbox')
    .filter({ hasText: new RegExp(`^Inbox${shown === 0 ? '' : `, ${shown.toLocaleString()}`}$`) })
    .waitFor()
  return Date.now() - begunAt
}

function place(page: Page, view: string) {
  return page.getByRole('navigation').getByRole('button', { name: new RegExp(`^${view}`) })
}

async function goTo(page: Page, view: string): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(`^${view}`) })
    .click()
  await page.getByRole('heading', { level: 1, name: view }).waitFor()
  await page.locator('#conversations').focus()
}
