import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { invariant } from '../../src/shared/failure.ts'
import { setStage } from '../support/stage.ts'

/** Chromium's level of 200 %. */
const DOUBLE = Math.log(2) / Math.log(1.2)

/** Turns the wheel until all of an element is in the viewport: what a user can do, while a script can scroll what is cut off. */
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

it('everything can be reached in a small window and with a large zoom', async () => {
  const stage = await setStage()
  const { page } = await stage.start('connected')
  const { app } = stage
  invariant(app !== null, 'the app was started')
  await page.getByRole('option', { name: /^John Smith/ }).click()
  await page.getByRole('textbox', { name: 'Reply' }).fill('Hello')
  const measures = [
    [683, 360, 0],
    [640, 480, 0],
    [640, 360, 0],
    [900, 600, DOUBLE],
    [683, 360, DOUBLE],
  ] as const
  for (const [width, height, zoomLevel] of measures) {
    const size = await app.evaluate(
      ({ BrowserWindow }, asked) => {
        const window = BrowserWindow.getAllWindows()[0]
        window?.setSize(asked.width, asked.height)
        window?.webContents.setZoomLevel(asked.zoomLevel)
        return window?.getSize()
      },
      { width, height, zoomLevel },
    )
    expect(size).toEqual([width, height])
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(Math.round(width / 1.2 ** zoomLevel - 0.01))
    await page.mouse.move(5, 5)
    await wheelTo(page, page.getByRole('button', { name: /^Send SMS/ }), 300)
    await wheelTo(page, page.getByRole('button', { name: 'New conversation' }).first(), -300)
  }
})
