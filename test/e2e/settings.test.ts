import type { Locator, Page } from 'playwright-core'
import { startSandbox } from '../../electron/sandbox/server.ts'
import { describe, expect, it } from 'vitest'
import { labelNow, type Person } from '../support/person.ts'
import { SEND_LIMIT, KEY, sentMessages, setStage } from '../support/stage.ts'

async function openSettings(page: Page, section: string): Promise<Locator> {
  // The key handler is active after the first row appears.
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

/** The theme that Electron gives the page, without Playwright's emulation. */
async function isDark(page: Page): Promise<boolean> {
  await page.emulateMedia({ colorScheme: null })
  return page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
}

/** Opens Settings, searches, and selects an option in the found section, all by keyboard. */
async function chooseByKeys(
  page: Page,
  query: string,
  group: number,
  arrows: readonly string[],
  expected: string,
): Promise<void> {
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Control+,')
  const dialog = page.getByRole('dialog', { name: 'Settings' })
  await dialog.getByRole('searchbox', { name: 'Search settings' }).waitFor()
  await page.keyboard.type(query)
  await dialog.getByRole('tab', { name: 'Reading', selected: true }).waitFor()
  await page.keyboard.press('Enter')
  // Tab moves to the panel, then to each group of options.
  for (let step = 0; step <= group + 1; step += 1) await page.keyboard.press('Tab')
  for (const arrow of arrows) await page.keyboard.press(arrow)
  expect(await dialog.getByRole('radio', { name: expected }).isChecked()).toBe(true)
  await close(page, dialog)
}

/** The names of the first two unread conversations. */
async function unreadNames(person: Person): Promise<readonly [string, string]> {
  const unread = person.row(/, unread/)
  await unread.nth(1).waitFor()
  const names = await Promise.all([0, 1].map((index) => unread.nth(index).getAttribute('aria-label')))
  return names.map((name) => (name ?? '').split(',')[0] ?? '') as unknown as readonly [string, string]
}

async function isUnread(person: Person, name: string): Promise<boolean> {
  return /, unread/.test((await person.row(`${name}, `).first().getAttribute('aria-label')) ?? '')
}

async function selectByKeys(person: Person, name: string): Promise<void> {
  await person.rows().first().waitFor()
  await person.list().focus()
  await expect
    .poll(async () => {
      if ((await labelNow(person.list().locator('[role=option][aria-current=true]'))).startsWith(`${name}, `))
        return true
      await person.page.keyboard.press('j')
      return false
    })
    .toBe(true)
}

describe('settings', () => {
  it('undo window applies to the next message, and an invalid value shows an error and changes nothing', async () => {
    const stage = await setStage()
    const person = await stage.start('connected')
    const { page } = person
    await person.open(/^John Smith/)
    await person.bubble('Can I reschedule my appointment?').waitFor()
    const dialog = await openSettings(page, 'Sending')
    const field = dialog.getByRole('textbox', { name: 'Undo window for SMS' })
    await field.fill('61')
    await dialog.getByText('Enter at most 60 seconds. Still set to 5 s.').waitFor()
    await field.fill('60')
    await dialog.getByText('Enter at most 60 seconds').waitFor({ state: 'detached' })
    await close(page, dialog)
    await person.sendReply('This can be undone')
    await person
      .bubble('This can be undone')
      .getByText(/^Sends in [1-9]\d s$/)
      .waitFor()
    expect(sentMessages(stage.server)).toEqual([])
  })

  it('theme applies at once, language after a reload, and both from the first frame of the next start', async () => {
    const stage = await setStage()
    let { page } = await stage.start('connected')
    expect(await isDark(page)).toBe(false)
    const dialog = await openSettings(page, 'Appearance')
    await dialog.getByRole('radio', { name: 'Dark' }).check()
    await expect.poll(() => isDark(page)).toBe(true)
    await dialog.getByRole('radio', { name: 'Deutsch' }).check()
    await dialog.getByRole('button', { name: 'Reload now' }).click()
    await page.getByRole('heading', { name: 'Posteingang' }).waitFor()
    await stage.quit()
    ;({ page } = await stage.start('connected'))
    expect(await isDark(page)).toBe(true)
    // The window has the theme too, because it appears before the page has drawn.
    expect(await stage.app?.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors)).toBe(true)
    await page.getByRole('heading', { name: 'Posteingang' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('de')
    // The menu of the main process speaks it too.
    const menu = await stage.app?.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label))
    expect(menu?.join()).toContain('Bearbeiten')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Control+,')
    await page.getByRole('tab', { name: 'Darstellung' }).click()
    await page.getByRole('radio', { name: 'English' }).check()
    await page.getByRole('button', { name: 'Jetzt neu laden' }).click()
    await page.getByRole('heading', { name: 'Inbox' }).waitFor()
    const again = await openSettings(page, 'Appearance')
    await again.getByRole('button', { name: 'Zoom in' }).click()
    await again.getByRole('status').getByText('110%').waitFor()
    await again.getByRole('button', { name: 'Reset zoom' }).click()
    await again.getByRole('status').getByText('100%').waitFor()
  })

  it('Clear and download keeps unsent messages and drafts and downloads the rest again', async () => {
    const stage = await setStage()
    const person = await stage.start('connected')
    const { page } = person
    await person.open(/^John Smith/)
    await person.bubble('Can I reschedule my appointment?').waitFor()
    await page.getByText('All threads on this device').waitFor()
    await stage.line.cutOff()
    await person.sendReply('Kept in the queue')
    await person.bubble('Kept in the queue').getByText('Waiting for connection').waitFor()
    await person.reply().fill('Kept as a draft')
    const dialog = await openSettings(page, 'Data on this device')
    await dialog.getByText('You’ll keep 1 message not sent yet and 1 draft.').waitFor()
    await dialog.getByRole('button', { name: 'Clear…' }).click()
    await dialog.getByRole('button', { name: 'Clear and download' }).click()
    // Offline, the list shows only what was kept.
    await expect.poll(() => person.rows().count()).toBe(1)
    await stage.line.restore()
    await expect.poll(() => person.rows().count()).toBeGreaterThan(5)
    await person.open(/^John Smith/)
    await expect.poll(() => person.reply().inputValue()).toBe('Kept as a draft')
    await expect.poll(() => sentMessages(stage.server).map(({ content }) => content)).toEqual(['Kept in the queue'])
  })

  it('mark as read follows “After 2 s” and “Manually”, also after a restart', async () => {
    const stage = await setStage()
    let person = await stage.start('connected')
    await chooseByKeys(person.page, 'mark as read', 0, ['ArrowRight', 'ArrowRight'], 'After 2 s')
    const [first, second] = await unreadNames(person)
    await selectByKeys(person, first)
    await selectByKeys(person, second)
    await expect.poll(() => isUnread(person, second)).toBe(false)
    // It was selected for less than two seconds.
    expect(await isUnread(person, first)).toBe(true)
    await chooseByKeys(person.page, 'read', 0, ['ArrowRight', 'ArrowRight'], 'Manually')
    await stage.quit()
    person = await stage.start('connected')
    await selectByKeys(person, first)
    await person.press('r')
    await person.reply().waitFor()
    await person.page.keyboard.type('I answer, and have not read it')
    await person.page.keyboard.press('Control+Enter')
    await person.bubble('I answer, and have not read it').waitFor()
    expect(await isUnread(person, first)).toBe(true)
    await person.press('u')
    await expect.poll(() => isUnread(person, first)).toBe(false)
  })

  it('E closes, every label shows it, and no conversation is selected after it, also after a restart', async () => {
    const stage = await setStage()
    let person = await stage.start('connected')
    await chooseByKeys(person.page, 'done', 1, ['ArrowRight'], 'Close')
    await chooseByKeys(person.page, 'advance', 2, ['ArrowLeft'], 'None')
    await stage.quit()
    person = await stage.start('connected')
    const { page } = person
    await person.rows().first().waitFor()
    await person.press('j')
    const keyOf = (name: string) => page.getByRole('button', { name, exact: true }).getAttribute('aria-keyshortcuts')
    expect([await keyOf('Close'), await keyOf('Resolve')]).toEqual(['e', '#'])
    expect(await page.getByRole('button', { name: 'Send and close' }).count()).toBe(1)
    await page.keyboard.press('?')
    const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await help.getByText('Send and close').waitFor()
    await page.keyboard.press('Escape')
    await help.waitFor({ state: 'detached' })
    await person.press('e')
    await page.getByText('No conversation selected').waitFor()
    await expect.poll(() => stage.server.journal.mutations().map(({ kind }) => kind)).toContain('close')
  })

  it('Workspaces renames, connects, opens and signs out, and lists what signing out would lose', async () => {
    const stage = await setStage()
    const other = await startSandbox({ conversations: 3, answers: false, key: KEY })
    try {
      const person = await stage.start('connected')
      const { page } = person
      await person.open(/^John Smith/)
      await person.bubble('Can I reschedule my appointment?').waitFor()
      await stage.line.cutOff()
      await person.sendReply('Never sent')
      await person.reply().fill('Never finished')
      const dialog = await openSettings(page, 'Workspaces')
      const rename = dialog.getByRole('button', { name: /^Rename/ })
      await rename.press('Enter')
      await page.keyboard.type('Not this')
      // Escape cancels only the rename: Settings stays open and the button has focus again.
      await page.keyboard.press('Escape')
      await expect.poll(() => rename.evaluate((button) => button === document.activeElement)).toBe(true)
      await page.keyboard.press('Enter')
      await page.keyboard.type('The clinic')
      await page.keyboard.press('Enter')
      await dialog.getByRole('button', { name: 'Sign out of The clinic' }).waitFor()
      await page.getByTitle('The clinic').first().waitFor({ state: 'attached' })
      await dialog.getByRole('button', { name: 'Connect workspace…' }).press('Enter')
      await person.connect(KEY, `http://127.0.0.1:${other.port}`)
      await expect.poll(() => person.rows().count()).toBe(3)
      const again = await openSettings(page, 'Workspaces')
      await again.getByText('1 draft · 1 not sent yet').waitFor()
      await again.getByRole('button', { name: 'Sign out of The clinic' }).press('Enter')
      const question = page.getByRole('dialog', { name: 'Sign out of The clinic?' })
      await question.getByText('1 message hasn’t been sent yet. 1 draft is only on this device.').waitFor()
      await question.getByRole('button', { name: 'Cancel' }).press('Enter')
      await again.getByRole('button', { name: 'Open The clinic' }).press('Enter')
      await person
        .row(/^John Smith/)
        .first()
        .waitFor()
      const last = await openSettings(page, 'Workspaces')
      await last.getByRole('button', { name: /^Sign out of 127/ }).press('Enter')
      // The button is inactive until the app knows what would be lost. The click waits for that.
      await page.getByRole('button', { name: 'Sign out', exact: true }).click()
      await expect.poll(() => last.getByRole('list', { name: 'Workspaces' }).getByRole('listitem').count()).toBe(1)
    } finally {
      await other.close()
    }
  })

  it('New key replaces a key that the server no longer accepts, and messages are sent with it', async () => {
    const stage = await setStage()
    const person = await stage.start('connected')
    await person.open(/^John Smith/)
    await person.bubble('Can I reschedule my appointment?').waitFor()
    stage.server.keys.delete(KEY)
    stage.server.keys.add('sk_live_e2e_another')
    const dialog = await openSettings(person.page, 'Workspaces')
    await dialog.getByRole('button', { name: /^New key for/ }).press('Enter')
    const dialogForKey = person.page.getByRole('dialog', { name: /^New key for/ })
    await dialogForKey.getByRole('textbox', { name: 'API key' }).fill('sk_live_e2e_another')
    await person.page.keyboard.press('Enter')
    await dialogForKey.waitFor({ state: 'detached' })
    await person.sendReply('Sent with the new key')
    await expect
      .poll(() => sentMessages(stage.server).map(({ content }) => content), SEND_LIMIT)
      .toEqual(['Sent with the new key'])
  })
})
