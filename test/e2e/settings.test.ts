import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { said, setStage } from '../support/stage.ts'

async function openSettings(page: Page, section: string): Promise<Locator> {
  // Keys are bound once there is something to act on.
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Control+,')
  const dialog = page.getByRole('dialog', { name: 'Settings' })
  await dialog.getByRole('tab', { name: section }).click()
  return dialog
}

async function close(page: Page, dialog: Locator): Promise<void> {
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
}

/** What the page is really told, and not what the driver would have it see. */
async function isDark(page: Page): Promise<boolean> {
  await page.emulateMedia({ colorScheme: null })
  return page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
}

describe('settings', () => {
  it('an undo window holds from the next message on; one that will not do is said, and changes nothing', async () => {
    const stage = await setStage()
    const person = await stage.start('connected')
    const { page } = person
    await person.open(/^John Smith/)
    await person.bubble('Can I reschedule my appointment?').waitFor()
    const dialog = await openSettings(page, 'Sending')
    const field = dialog.getByRole('textbox', { name: 'Undo window for SMS' })
    await field.fill('61')
    await dialog.getByText('60 seconds at most. Still 5 s.').waitFor()
    await field.fill('60')
    await dialog.getByText('60 seconds at most').waitFor({ state: 'detached' })
    await close(page, dialog)
    await person.say('I may still be taken back')
    await person
      .bubble('I may still be taken back')
      .getByText(/^Sends in [1-9]\d s$/)
      .waitFor()
    expect(said(stage.server)).toEqual([])
  })

  it('a theme is there at once, and from the first frame of the next start', async () => {
    const stage = await setStage()
    let { page } = await stage.start('connected')
    expect(await isDark(page)).toBe(false)
    const dialog = await openSettings(page, 'Appearance')
    await dialog.getByRole('radio', { name: 'Dark' }).check()
    await expect.poll(() => isDark(page)).toBe(true)
    await close(page, dialog)
    await stage.quit()
    ;({ page } = await stage.start('connected'))
    expect(await isDark(page)).toBe(true)
    // The window itself, too, which stands there before the page has drawn.
    expect(await stage.app?.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors)).toBe(true)
    const again = await openSettings(page, 'Appearance')
    await again.getByRole('button', { name: 'Larger' }).click()
    await again.getByRole('status').getByText('110 %').waitFor()
    await again.getByRole('button', { name: 'Reset' }).click()
    await again.getByRole('status').getByText('100 %').waitFor()
  })

  it('what was read is cleared and read again; what waits and what was begun stays', async () => {
    const stage = await setStage()
    const person = await stage.start('connected')
    const { page } = person
    await person.open(/^John Smith/)
    await person.bubble('Can I reschedule my appointment?').waitFor()
    await page.getByText('All threads on this device').waitFor()
    await stage.line.cutOff()
    await person.say('Waits through it all')
    await person.bubble('Waits through it all').getByText('Goes out once you are online').waitFor()
    await person.reply().fill('Begun and not sent')
    const dialog = await openSettings(page, 'Data on this device')
    await dialog.getByText('1 message not sent yet and 1 draft stay').waitFor()
    await dialog.getByRole('button', { name: 'Clear…' }).click()
    await dialog.getByRole('button', { name: 'Clear and read again' }).click()
    // Offline there is nothing to read: what is left is what was kept.
    await expect.poll(() => person.rows().count()).toBe(1)
    await stage.line.restore()
    await expect.poll(() => person.rows().count()).toBeGreaterThan(5)
    await person.open(/^John Smith/)
    await expect.poll(() => person.reply().inputValue()).toBe('Begun and not sent')
    await expect.poll(() => said(stage.server).map((one) => one.content)).toEqual(['Waits through it all'])
  })
})
