import { fileURLToPath } from 'node:url'
import type { CDPSession, Page } from 'playwright-core'
import { workMs } from './figures.ts'

/** Measures user actions on the list, one at a time. */
export type Acts = {
  /** Work of the page's main thread from the event to the end of layout, before the frame, ms. */
  readonly work: readonly number[]
  /** From the event to the paint, ms. */
  readonly painted: readonly number[]
  /** All work of the page until it was idle again, ms. */
  readonly all: readonly number[]
}

declare global {
  interface Window {
    /** Performs an action; returns how long the page worked and when the result was painted, ms. */
    measureAct: (act: () => void, isDone: () => boolean) => Promise<number[]>
  }
}

/** Time between two actions, ms: a key held down repeats thirty times a second. */
const REPEAT_MS = 33
const REST_MS = 300

/** Replaces the driver's loader: records when the list was painted. */
export const WATCH = fileURLToPath(new URL('watch-start.cjs', import.meta.url))

/** Epoch ms of the first paint that showed a row: see watch-start.cjs. */
export async function listPaintedAt(page: Page): Promise<number> {
  return Number(await page.locator('html[data-list-painted-at]').getAttribute('data-list-painted-at'))
}

async function prepare(page: Page): Promise<void> {
  await page.evaluate(() => {
    const afterPaint = (then: () => void): void => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', then)
        port1.start()
        port2.postMessage(null)
      })
    }
    window.measureAct = async (act, isDone) => {
      const begunAt = performance.now()
      act()
      // Synchronous updates render in a microtask.
      await Promise.resolve()
      document.body.getBoundingClientRect()
      const workedMs = performance.now() - begunAt
      await new Promise<void>((resolve, reject) => {
        let frames = 0
        const look = (): void => {
          frames += 1
          if (isDone()) resolve()
          else if (frames > 300) reject(new Error(`never came: ${isDone.toString()}`))
          else afterPaint(look)
        }
        afterPaint(look)
      })
      return [workedMs, performance.now() - begunAt]
    }
  })
}

/** Waits until the last row is loaded, which means that the catalogue is full. Blocks shorter than 50 ms are not counted. */
export async function watchFill(page: Page): Promise<{ readonly ms: number; readonly longestBlockMs: number }> {
  await page.waitForFunction(() => {
    const list = document.querySelector('#conversations')
    if (list !== null) list.scrollTop = list.scrollHeight
    return [...document.querySelectorAll('[role=option]')].some(
      (row) =>
        row.getAttribute('aria-posinset') === row.getAttribute('aria-setsize') &&
        row.getAttribute('aria-label') !== 'Loading',
    )
  })
  await prepare(page)
  const ms = await page.evaluate(() => performance.now())
  const paintedAt = await listPaintedAt(page)
  const longestBlockMs = await page.evaluate(
    (after) =>
      new Promise<number>((resolve) => {
        let longest = 0
        new PerformanceObserver((list) => {
          for (const { startTime, duration } of list.getEntries()) {
            if (performance.timeOrigin + startTime > after) longest = Math.max(longest, duration)
          }
        }).observe({ type: 'longtask', buffered: true })
        setTimeout(() => resolve(longest), 100)
      }),
    paintedAt,
  )
  await page.evaluate(() => document.querySelector('#conversations')?.scrollTo(0, 0))
  await page.waitForTimeout(REST_MS * 5)
  return { ms, longestBlockMs }
}

/** Waits until the search index is complete, since building it uses the other core and the database. */
export async function searchBuilt(page: Page): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search conversations' }).focus()
  await page.getByText(/^Searched .* with full text$/).waitFor({ timeout: 600_000 })
  await page.keyboard.press('Escape')
  await page.locator('#conversations').focus()
  await page.waitForTimeout(REST_MS * 5)
}

export async function holdKey(page: Page, session: CDPSession, times: number): Promise<Acts> {
  return repeat(session, times, async () => {
    const measured = await page.evaluate(() => {
      const before = document.querySelector('[role=option][aria-selected=true]')?.id
      return window.measureAct(
        () =>
          document
            .querySelector('#conversations')
            ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true })),
        () =>
          document.querySelector('[role=option][aria-selected=true]')?.id !== before &&
          document.querySelector('[role=log]') !== null,
      )
    })
    await page.waitForTimeout(REPEAT_MS)
    return measured
  })
}

export async function switchViews(page: Page, session: CDPSession, times: number): Promise<Acts> {
  const views = ['Resolved', 'Inbox', 'Waiting', 'All', 'Unread', 'Inbox']
  return repeat(session, times, async (index) => {
    const measured = await page.evaluate(
      (name) => {
        const buttons = [...document.querySelectorAll<HTMLElement>('nav button')]
        return window.measureAct(
          () => buttons.find((button) => button.textContent.startsWith(name))?.click(),
          () =>
            document.querySelector('h1')?.textContent === name &&
            document.querySelector('[role=option]:not([aria-label="Loading"])') !== null,
        )
      },
      views[index % views.length] ?? '',
    )
    await page.waitForTimeout(REST_MS)
    return measured
  })
}

export async function resolveSome(page: Page, session: CDPSession, times: number): Promise<Acts> {
  await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('nav button')]
      .find((button) => button.textContent.startsWith('Inbox'))
      ?.click(),
  )
  await page.waitForTimeout(REST_MS)
  await page.evaluate(() => document.querySelector<HTMLElement>('[role=option]')?.click())
  await page.waitForTimeout(REST_MS)
  return repeat(session, times, async () => {
    const measured = await page.evaluate(() => {
      const id = document.querySelector('[role=option][aria-selected=true]')?.id ?? ''
      return window.measureAct(
        () =>
          document
            .querySelector('#conversations')
            ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'e', bubbles: true })),
        () => document.getElementById(id) === null,
      )
    })
    await page.waitForTimeout(REST_MS)
    return measured
  })
}

async function repeat(
  session: CDPSession,
  times: number,
  act: (index: number) => Promise<readonly number[] | undefined>,
): Promise<Acts> {
  const acts = { work: [] as number[], painted: [] as number[], all: [] as number[] }
  for (let index = 0; index < times; index += 1) {
    const before = await workMs(session)
    const [workedMs = Number.NaN, paintedMs = Number.NaN] = (await act(index)) ?? []
    acts.work.push(workedMs)
    acts.painted.push(paintedMs)
    acts.all.push((await workMs(session)) - before)
  }
  return acts
}
