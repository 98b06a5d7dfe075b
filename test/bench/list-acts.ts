import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { type Acts, type Driven, REPEAT_MS, repeatAct, REST_MS } from './page-acts.ts'

/** Replaces the driver's loader: records when the list was painted. */
export const WATCH = fileURLToPath(new URL('watch-start.cjs', import.meta.url))

/** Epoch ms of the first paint that showed a row: see watch-start.cjs. */
export async function listPaintedAt(page: Page): Promise<number> {
  return Number(await page.locator('html[data-list-painted-at]').getAttribute('data-list-painted-at'))
}

/** Waits until the last row is loaded, which means that the catalogue is full. Returns how long after the page began, ms. */
export async function watchFill(page: Page): Promise<number> {
  await page.waitForFunction(
    () => {
      const list = document.querySelector('#conversations')
      if (list !== null) list.scrollTop = list.scrollHeight
      return [...document.querySelectorAll('[role=option]')].some(
        (row) =>
          row.getAttribute('aria-posinset') === row.getAttribute('aria-setsize') &&
          row.getAttribute('aria-label') !== 'Loading',
      )
    },
    undefined,
    { timeout: 300_000 },
  )
  const ms = await page.evaluate(() => performance.now())
  await page.evaluate(() => document.querySelector('#conversations')?.scrollTo(0, 0))
  await page.waitForTimeout(REST_MS)
  return ms
}

/** Waits until the search index is complete, since building it uses the other core and the database. */
export async function searchBuilt(page: Page): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search conversations' }).click()
  await page
    .getByText(/^Searched .* with full text$/)
    .first()
    .waitFor({ timeout: 900_000 })
  await page.keyboard.press('Escape')
  await page.locator('#conversations').focus()
  await page.waitForTimeout(REST_MS * 3)
}

/**
 * J, until another row is selected and the last message of its thread is drawn. With `rowOnly`, for threads that are not on this device yet,
 * until the row is selected. The places in names and messages are those of account.ts.
 */
export function holdKey(driven: Driven, times: number, { rowOnly = false } = {}): Promise<Acts> {
  return repeatAct(driven, { times, restMs: REPEAT_MS }, () =>
    driven.page.evaluate((isRowEnough) => {
      const selected = (): Element | null => document.querySelector('#conversations [role=option][aria-selected=true]')
      const before = selected()?.id
      const isThreadDrawn = (): boolean => {
        const place = /\d+/.exec(selected()?.getAttribute('aria-label') ?? '')?.[0]
        const last = [...document.querySelectorAll('[role=log] article')].at(-1)?.textContent
        return place !== undefined && last?.includes(`the last message of conversation ${place}.`) === true
      }
      return window.measureAct(
        () =>
          document
            .querySelector('#conversations')
            ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true })),
        () => selected()?.id !== before && (isRowEnough || isThreadDrawn()),
      )
    }, rowOnly),
  )
}

const VIEWS = ['Resolved', 'Inbox', 'Waiting', 'All', 'Unread', 'Inbox']

export function switchViews(driven: Driven, times: number): Promise<Acts> {
  return repeatAct(driven, { times, restMs: REST_MS }, (index) =>
    driven.page.evaluate(
      (name) => {
        const buttons = [...document.querySelectorAll<HTMLElement>('nav button')]
        return window.measureAct(
          () => buttons.find((button) => button.textContent.startsWith(name))?.click(),
          () =>
            document.querySelector('h1')?.textContent === name &&
            document.querySelector('[role=option]:not([aria-label="Loading"])') !== null,
        )
      },
      VIEWS[index % VIEWS.length] ?? '',
    ),
  )
}

/** Shows the Inbox, and selects a row by the beginning of its label. Without one, the first. */
export async function selectInInbox(page: Page, name = ''): Promise<void> {
  await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('nav button')]
      .find((button) => button.textContent.startsWith('Inbox'))
      ?.click(),
  )
  await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor()
  await page.evaluate(() => document.querySelector('#conversations')?.scrollTo(0, 0))
  // An empty beginning matches nothing.
  const named = name === '' ? '' : `[aria-label^="${name}"]`
  const row = page.locator(`#conversations [role=option]:not([aria-label="Loading"])${named}`).first()
  await row.click()
  await page.locator('[role=log]').waitFor()
  await page.locator('#conversations').focus()
  await page.waitForTimeout(REST_MS)
}
