import type { Page } from 'playwright-core'
import { BATCHES } from '../account.ts'
import type { Bench, OpenWindow } from '../bench.ts'
import { watchFill } from '../list-acts.ts'
import { prepareActs } from '../page-acts.ts'

/** A thousand at once take seconds, and their undo as well. */
const TIMES = { quick: 5, whole: 20 } as const

type Batch = (typeof BATCHES)[keyof typeof BATCHES]

type Bulk = {
  /** From Enter in the confirmation until the rows have left the view, ms. */
  readonly painted: number[]
  /** Until the result is announced: all changes are stored then. */
  readonly durable: number[]
  readonly undone: number[]
}

/** Resolves all conversations with a tag at once and takes it back, while the server does not answer. */
export async function measureBulk(bench: Bench): Promise<void> {
  const window = await bench.start()
  try {
    await watchFill(window.page)
    await prepareActs(window.page)
    const times = bench.options.isQuick ? TIMES.quick : TIMES.whole
    const floor = await resolveBatch(window, BATCHES.hundred, times)
    const bulk = await resolveBatch(window, BATCHES.thousand, times)
    bench.record('bulk-paint', { samples: bulk.painted })
    bench.record('bulk-durable', { samples: bulk.durable, floor: floor.durable })
    bench.record('bulk-undo', { samples: bulk.undone, floor: floor.undone })
  } finally {
    await window.close()
  }
}

async function resolveBatch({ page }: OpenWindow, { tag, count }: Batch, times: number): Promise<Bulk> {
  const bulk: Bulk = { painted: [], durable: [], undone: [] }
  await page
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(`^${tag}`) })
    .click()
  const shown = count.toLocaleString('en')
  for (let time = 0; time < times; time += 1) {
    // The rows of the view before, or those that are not back yet, would be picked instead.
    await page
      .locator(`#conversations [role=option][aria-setsize="${count}"]:not([aria-label="Loading"])`)
      .first()
      .waitFor()
    await page.locator('#conversations').focus()
    await page.keyboard.press('Control+A')
    await page.keyboard.press('e')
    await page.getByRole('dialog', { name: new RegExp(`Resolve ${shown} conversations`) }).waitFor()
    const { paintedMs, durableMs } = await confirm(page, `${shown} conversations resolved`)
    bulk.painted.push(paintedMs)
    bulk.durable.push(durableMs)
    bulk.undone.push(await undo(page))
  }
  return bulk
}

async function confirm(
  page: Page,
  announcement: string,
): Promise<{ readonly paintedMs: number; readonly durableMs: number }> {
  return page.evaluate(async (announced) => {
    const isAnnounced = (): boolean =>
      [...document.querySelectorAll('[role=status]')].some((status) => status.textContent.includes(announced))
    const begunAt = performance.now()
    const { paintedMs } = await window.measureAct(
      () => document.querySelector<HTMLElement>('[role=dialog] button:focus')?.click(),
      () => document.querySelector('#conversations [role=option]') === null,
    )
    while (!isAnnounced()) await new Promise((resolve) => requestAnimationFrame(resolve))
    return { paintedMs, durableMs: performance.now() - begunAt }
  }, announcement)
}

/** Z, until the rows are back and it is announced. */
async function undo(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const begunAt = performance.now()
    ;(document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key: 'z', bubbles: true }))
    const isDone = (): boolean =>
      document.querySelector('#conversations [role=option]') !== null &&
      [...document.querySelectorAll('[role=status]')].some((status) => status.textContent.includes('are open again'))
    while (!isDone()) await new Promise((resolve) => requestAnimationFrame(resolve))
    return performance.now() - begunAt
  })
}
