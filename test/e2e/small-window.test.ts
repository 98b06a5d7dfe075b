import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { invariant } from '../../src/shared/failure.ts'
import { setStage } from '../support/stage.ts'

/** Chromium's zoom level for 200 %. */
const ZOOM_200 = Math.log(2) / Math.log(1.2)

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

it('every button can be scrolled into view when the window is small or the zoom is large', async () => {
  const stage = await setStage()
  const { page } = await stage.start('connected')
  const { app } = stage
  invariant(app !== null, 'the app was started')
  await page.getByRole('option', { name: /^John Smith/ }).click()
  await page.getByRole('textbox', { name: 'Reply' }).fill('Hello')
  const sizes = [
    [683, 360, 0],
    [640, 480, 0],
    [640, 360, 0],
    [900, 600, ZOOM_200],
    [683, 360, ZOOM_200],
  ] as const
  for (const [width, height, zoomLevel] of sizes) {
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
    await page.mouse.move(5, 5)
    await wheelTo(page, page.getByRole('button', { name: /^Send SMS/ }), 300)
    await wheelTo(page, page.getByRole('button', { name: 'New conversation' }).first(), -300)
  }
})
