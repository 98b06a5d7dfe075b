import { LONG, nameAt } from '../account.ts'
import type { Bench } from '../bench.ts'
import { showFloorRows } from '../floor-window.ts'
import { selectInInbox } from '../list-acts.ts'
import { type Acts, type Driven, repeatAct, REST_MS } from '../page-acts.ts'

const TIMES = 20

/** Changes of one conversation. */
export async function measureChange(bench: Bench): Promise<void> {
  const floor = await showFloorRows(await bench.floor(), TIMES)
  const window = await bench.atRest()
  // First, and below the conversations with queued replies: a second change of one joins its op.
  await selectInInbox(window.page, nameAt(LONG.place))
  const { acts, durable } = await resolveSome(window)
  bench.record('resolve-work', { samples: acts.work, floor: floor.work })
  bench.record('resolve-paint', { samples: acts.painted, floor: floor.painted })
  bench.record('resolve-all', { samples: acts.all, floor: floor.all })
  bench.record('resolve-durable', { samples: durable })
  await selectInInbox(window.page)
  bench.record('tag-work', { samples: (await addTags(window)).work, floor: floor.work })
  await selectInInbox(window.page)
  bench.record('snooze-work', { samples: (await snooze(window)).work, floor: floor.work })
}

/** Enter in the tag field of one conversation after the other, until the tag is shown. */
async function addTags(driven: Driven): Promise<Acts> {
  return repeatAct(driven, { times: TIMES, restMs: REST_MS }, async (index) => {
    const tag = `bench ${index}`
    const { page } = driven
    await page.locator('#conversations').focus()
    await page.keyboard.press('j')
    await page.waitForTimeout(REST_MS)
    await page.keyboard.press('l')
    await page.locator('#tags:focus').waitFor()
    await page.keyboard.insertText(tag)
    return page.evaluate(
      (wanted) =>
        window.measureAct(
          () =>
            document
              .querySelector('#tags')
              ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })),
          () =>
            document.querySelector<HTMLInputElement>('#tags')?.value === '' &&
            document.body.textContent.includes(wanted) === true,
        ),
      tag,
    )
  })
}

/** Enter in the dialog that H opens, until the row has left the Inbox. */
async function snooze(driven: Driven): Promise<Acts> {
  return repeatAct(driven, { times: TIMES, restMs: REST_MS }, async () => {
    await driven.page.keyboard.press('h')
    await driven.page.locator('#snooze-until').waitFor()
    return driven.page.evaluate(() => {
      const id = document.querySelector('#conversations [aria-selected=true]')?.id ?? ''
      return window.measureAct(
        () =>
          document
            .querySelector('#snooze-until')
            ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })),
        () => document.getElementById(id) === null,
      )
    })
  })
}

declare global {
  interface Window {
    /** The number of stored ops, read by a connection of its own: a read waits for every write before it. */
    countOps: () => Promise<number>
  }
}

/** E, until the row has left the Inbox, and then until the change is stored. */
async function resolveSome(driven: Driven): Promise<{ readonly acts: Acts; readonly durable: readonly number[] }> {
  await watchOutbox(driven)
  const durable: number[] = []
  const acts = await repeatAct(driven, { times: TIMES, restMs: REST_MS }, async () => {
    const { act, durableMs } = await driven.page.evaluate(async () => {
      const before = await window.countOps()
      const id = document.querySelector('[role=option][aria-selected=true]')?.id ?? ''
      const done = await window.measureAct(
        () =>
          document
            .querySelector('#conversations')
            ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'e', bubbles: true })),
        () => document.getElementById(id) === null,
      )
      const paintedAt = performance.now()
      while ((await window.countOps()) <= before)
        if (performance.now() - paintedAt > 60_000) throw new Error('the change was not stored')
      return { act: done, durableMs: performance.now() - paintedAt }
    })
    durable.push(durableMs)
    return act
  })
  return { acts, durable }
}

async function watchOutbox({ page }: Driven): Promise<void> {
  await page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error ?? new Error('no database')))
      })
    const { name = '' } = (await indexedDB.databases()).find((one) => one.name?.startsWith('clarion-')) ?? {}
    const db = await done(indexedDB.open(name))
    window.countOps = () => done(db.transaction('outbox', 'readonly').objectStore('outbox').count())
  })
}
