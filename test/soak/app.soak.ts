import type { CDPSession, ElectronApplication, Page } from 'playwright-core'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { invariant } from '../../src/shared/failure.ts'
import { runFast } from '../bench/fast-clock.ts'
import { heapMb } from '../bench/figures.ts'
import { measureRest } from '../bench/processes.ts'
import { Person } from '../support/person.ts'
import { setStage, type Stage } from '../support/stage.ts'
import { type Reading, tableOf, trendsOf } from './flat.ts'

/**
 * `npm run soak -- --app`: a long day of one user in the real app, in rounds that all do the same. After each round the page and the main
 * process are counted out; what grows from round to round would grow for ever. Two rounds fill the caches.
 */
const ROUNDS = Number(process.env['APP_ROUNDS'] ?? 12)
const WARM_UP = 2
const THREADS = 100
const SEARCHES = 20
const SYNCS = 5
const CONVERSATIONS = 60

/** A second of the app takes a sixtieth of one, so a round waits for six minutes of polls. */
const FACTOR = 60
const POLLING_MS = 6_000

it('memory, nodes, listeners, queries and handles do not grow', { timeout: ROUNDS * 600_000 }, async () => {
  const stage = await setStage({ conversations: CONVERSATIONS })
  const { page } = await stage.start('connected')
  // It only bounds a hang.
  page.setDefaultTimeout(30_000)
  const { app } = stage
  invariant(app !== null, 'the app runs')
  await new Person(page).rows().first().waitFor()
  await page.addInitScript(countReads)
  const belowMs = Number.POSITIVE_INFINITY
  await runFast({ app, page }, { main: { factor: FACTOR, belowMs: 11_000 }, window: { factor: FACTOR, belowMs } })
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: true })
  const person = new Person(page)
  await person.rows().first().waitFor()
  await person.showView('All')

  const readings: Reading[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    await openThreads(person)
    await search(person)
    await syncChanges(stage, person, round)
    await wait(POLLING_MS)
    readings.push(await read({ app, page, devtools }, person))
    console.log(`round ${round + 1}: ${JSON.stringify(readings.at(-1))}`)
  }
  const trends = trendsOf(readings, WARM_UP)
  const done = `${ROUNDS * THREADS} threads, ${ROUNDS * SEARCHES} searches, ${ROUNDS * SYNCS} syncs with changes`
  console.log(`\n${tableOf(trends)}\n\n${done}, ${(ROUNDS * POLLING_MS * FACTOR) / 3_600_000} hours of polling`)
  expect(trends.filter(({ isFlat }) => !isFlat).map(({ name }) => name)).toEqual([])
})

/** Down the list with J and back to its top, until enough threads were on screen. */
async function openThreads(person: Person): Promise<void> {
  for (let opened = 0; opened < THREADS; opened += 1) {
    const isAtTop = opened % (CONVERSATIONS - 1) === 0
    const before = isAtTop ? null : await shownThread(person.page)
    await person.press(isAtTop ? 'Home' : 'j')
    await expect.poll(() => shownThread(person.page), { interval: 20, timeout: 10_000 }).not.toBe(before)
  }
}

/** The conversation whose messages are drawn, or null. */
function shownThread(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const pane = document.querySelector('section[data-conversation-id]')
    const isDrawn = pane !== null && pane.querySelector('[role=log] article') !== null
    return isDrawn ? pane.getAttribute('data-conversation-id') : null
  })
}

async function search(person: Person): Promise<void> {
  const { page } = person
  const field = page.getByRole('searchbox', { name: 'Search conversations' })
  for (let count = 0; count < SEARCHES; count += 1) {
    await field.fill(['john', 'maya', 'appointment', 'thank you', 'nobody has this'][count % 5] ?? '')
    const results = page
      .getByRole('listbox', { name: 'Search results' })
      .or(page.getByRole('heading', { name: 'No matches' }))
    await results.first().waitFor()
  }
  await field.press('Escape')
  await page.keyboard.press('Escape')
  await person.rows().first().waitFor()
}

/** The same conversations in each round: their threads grow by a line in each. */
async function syncChanges({ server }: Stage, person: Person, round: number): Promise<void> {
  // A list that is scrolled down stays where it is when rows come above it.
  await person.press('Home')
  for (let sync = 0; sync < SYNCS; sync += 1) {
    const [conversation] = server.account.newest(sync + 1).slice(-1)
    invariant(conversation !== undefined, 'the account has conversations')
    const line = `Line ${sync} of round ${round}`
    server.account.send(conversation, 'customer', line, null)
    await person.rows().filter({ hasText: line }).first().waitFor()
  }
}

type Running = { readonly app: ElectronApplication; readonly page: Page; readonly devtools: CDPSession }

/** Everything at rest, with a conversation on screen that gets no messages: it is the oldest one. */
async function read({ app, page, devtools }: Running, person: Person): Promise<Reading> {
  await person.press('End')
  await wait(1_000)
  const heap = await heapMb(devtools)
  const { metrics } = await devtools.send('Performance.getMetrics')
  const metric = (name: string): number => metrics.find((one) => one.name === name)?.value ?? Number.NaN
  const main = await app.evaluate(() => ({
    handles: process.getActiveResourcesInfo().filter((kind) => kind !== 'Timeout').length,
    timers: process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length,
  }))
  return {
    'heap of the page, MB': heap,
    'DOM nodes': metric('Nodes'),
    'event listeners': metric('JSEventListeners'),
    documents: metric('Documents'),
    'reads after one write': await readsAfterOneWrite(page, person),
    'handles of the main process': main.handles,
    'timers of the main process': main.timers,
    'memory of all processes, MB': (await measureRest(app, 500)).pssMb,
  }
}

/** Each live query that watches the row reads again, so a query that was never ended shows here. The lowest of eight counts, because a poll reads too. */
async function readsAfterOneWrite(page: Page, person: Person): Promise<number> {
  const counts: number[] = []
  for (let count = 0; count < 8; count += 1) {
    const before = await page.evaluate(() => window.readCount)
    await person.press('s')
    await wait(150)
    counts.push((await page.evaluate(() => window.readCount)) - before)
  }
  return Math.min(...counts)
}

declare global {
  interface Window {
    /** Requests to IndexedDB that read. */
    readCount: number
  }
}

function countReads(): void {
  window.readCount = 0
  for (const type of [IDBObjectStore, IDBIndex])
    for (const name of ['get', 'getAll', 'getAllKeys', 'getKey', 'count', 'openCursor', 'openKeyCursor'] as const) {
      const prototype = type.prototype as unknown as Record<string, (...given: unknown[]) => unknown>
      const read = prototype[name]
      if (read === undefined) continue
      prototype[name] = function counted(...given: unknown[]) {
        window.readCount += 1
        return read.apply(this, given)
      }
    }
}
