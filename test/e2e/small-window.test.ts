import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { invariant } from '../../src/shared/failure.ts'
import { type Stage, setStage } from '../support/stage.ts'

/** Chromium's zoom level for 200 %. */
const ZOOM_200 = Math.log(2) / Math.log(1.2)

/** Width and height of the window, and the zoom level. */
type Size = readonly [width: number, height: number, zoomLevel: number]

const SIZES: readonly Size[] = [
  [683, 360, 0],
  [640, 480, 0],
  [640, 360, 0],
  [900, 600, ZOOM_200],
  [683, 360, ZOOM_200],
]

/** Scrolls with the wheel until the whole element is in the viewport. A script could also scroll clipped content, which a user cannot. */
async function wheelTo(page: Page, element: Locator, by: 300 | -300): Promise<void> {
  await expect
    .poll(
      async () => {
        const box = await element.boundingBox()
        const [width, height] = await page.evaluate(() => [innerWidth, innerHeight])
        const isInside =
          box !== null &&
          box.x >= -1 &&
          box.y >= -1 &&
          box.x + box.width <= width + 1 &&
          box.y + box.height <= height + 1
        if (!isInside) await page.mouse.wheel(by, by)
        return isInside
      },
      { timeout: 20_000 },
    )
    .toBe(true)
}

/** Makes the window this large. Zoom counts, so the page is that many CSS pixels wide or less. */
async function resizeTo({ app }: Stage, page: Page, [width, height, zoomLevel]: Size): Promise<void> {
  invariant(app !== null, 'the app was started')
  const size = await app.evaluate(
    ({ BrowserWindow }, wanted) => {
      const window = BrowserWindow.getAllWindows()[0]
      window?.setSize(wanted.width, wanted.height)
      window?.webContents.setZoomLevel(wanted.zoomLevel)
      return window?.getSize()
    },
    { width, height, zoomLevel },
  )
  expect(size).toEqual([width, height])
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(Math.round(width / 1.2 ** zoomLevel - 0.01))
}

it('shows one pane at a time in a small window, and every button is in reach', async () => {
  const stage = await setStage()
  const person = await stage.start('connected')
  const { page } = person
  const list = person.list()
  const reply = page.getByRole('textbox', { name: 'Reply' })
  const customer = page.getByRole('complementary', { name: 'Customer' })
  await person.row(/^John Smith/).click()
  await reply.fill('Hello')

  // Typing continues in a window that got small.
  await resizeTo(stage, page, [640, 480, 0])
  await list.waitFor({ state: 'hidden' })
  await page.keyboard.type(' John')
  expect(await reply.inputValue()).toBe('Hello John')

  // The customer panel, and back with Escape to the thread and to the list.
  await page.getByRole('button', { name: 'Customer panel' }).click()
  await customer.waitFor()
  await reply.waitFor({ state: 'hidden' })
  await page.keyboard.press('Escape')
  await reply.waitFor()
  await customer.waitFor({ state: 'hidden' })
  await page.keyboard.press('Escape')
  await list.waitFor()
  await reply.waitFor({ state: 'hidden' })

  // J moves along the list, Enter opens the conversation, and "Back to list" keeps the place in the list.
  for (let step = 0; step < 12; step += 1) await page.keyboard.press('j')
  const selectedId = await person.selectedId()
  await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBeGreaterThan(0)
  const scrollTop = await list.evaluate((element) => element.scrollTop)
  await page.keyboard.press('Enter')
  await page.getByRole('log', { name: 'Messages' }).waitFor()
  await list.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: 'Back to list' }).click()
  await list.waitFor()
  expect(await list.evaluate((element) => element.scrollTop)).toBe(scrollTop)
  expect(await person.selectedId()).toBe(selectedId)

  // What was typed is still there, also after the window was large for a while.
  await resizeTo(stage, page, [1_280, 800, 0])
  await person.press('Home')
  await person.row(/^John Smith/).click()
  await expect.poll(() => reply.inputValue()).toBe('Hello John')
  for (const size of SIZES) {
    await resizeTo(stage, page, size)
    await page.mouse.move(5, 5)
    await wheelTo(page, page.getByRole('button', { name: /^Send SMS/ }), 300)
    await wheelTo(page, page.getByRole('button', { name: 'New conversation' }).first(), -300)
  }
})
