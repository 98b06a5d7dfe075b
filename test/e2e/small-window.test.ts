import { expect, it } from 'vitest'
import { invariant } from '../../src/shared/failure.ts'
import { setStage } from '../support/stage.ts'

/** Chromium's level of 200 %. */
const DOUBLE = Math.log(2) / Math.log(1.2)

it('everything can be reached in a small window and with a large zoom', async () => {
  const stage = await setStage()
  const { page } = await stage.start('connected')
  const { app } = stage
  invariant(app !== null, 'the app was started')
  await page.getByRole('option', { name: /^John Smith/ }).click()
  const reply = page.getByRole('textbox', { name: 'Reply' })
  await reply.fill('Hello')
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
    const cssWidth = width / 1.2 ** zoomLevel
    await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThanOrEqual(Math.ceil(cssWidth))
    // A trial scrolls to the middle of the button and makes sure that a click there would hit it.
    for (const name of [/^Send SMS/, /^Resolve/, /^New conversation/, /^Filter/])
      await page.getByRole('button', { name }).first().click({ trial: true, timeout: 5_000 })
    await reply.click({ trial: true, timeout: 5_000 })
  }
})
