import type { Locator, Page } from 'playwright-core'
import { startSandbox } from '../../electron/sandbox/server.ts'
import { describe, expect, it } from 'vitest'
import type { Person } from '../support/person.ts'
import { GONE_OUT, KEY, said, setStage } from '../support/stage.ts'

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

/** From anywhere: Settings, the word that is looked for, into what is found, and along the choice that stands there. */
async function chooseByKeys(
  page: Page,
  words: string,
  group: number,
  arrows: readonly string[],
  chosen: string,
): Promise<void> {
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Control+,')
  const dialog = page.getByRole('dialog', { name: 'Settings' })
  await dialog.getByRole('searchbox', { name: 'Search settings' }).waitFor()
  await page.keyboard.type(words)
  await dialog.getByRole('tab', { name: 'Reading', selected: true }).waitFor()
  await page.keyboard.press('Enter')
  // The panel, then each choice in it.
  for (let tab = 0; tab <= group + 1; tab += 1) await page.keyboard.press('Tab')
  for (const arrow of arrows) await page.keyboard.press(arrow)
  expect(await dialog.getByRole('radio', { name: chosen }).isChecked()).toBe(true)
  await close(page, dialog)
}

/** The first two in the list that nobody has read. */
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
      const selected = person.list().locator('[role=option][aria-current=true]')
      const label = (await selected.count()) === 0 ? '' : ((await selected.getAttribute('aria-label')) ?? '')
      if (label.startsWith(`${name}, `)) return true
      await person.page.keyboard.press('j')
      return false
    })
    .toBe(true)
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
    await again.getByRole('status').getByText('110%').waitFor()
    await again.getByRole('button', { name: 'Reset' }).click()
    await again.getByRole('status').getByText('100%').waitFor()
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
    await person.bubble('Waits through it all').getByText('Sends when you’re online').waitFor()
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

  it('by the keyboard: a look of two seconds, then the hand alone; also after a restart', async () => {
    const stage = await setStage()
    let person = await stage.start('connected')
    await chooseByKeys(person.page, 'mark as read', 0, ['ArrowRight', 'ArrowRight'], 'After 2 s')
    const [first, second] = await unreadNames(person)
    await selectByKeys(person, first)
    await selectByKeys(person, second)
    await expect.poll(() => isUnread(person, second)).toBe(false)
    // It was passed by, at once.
    expect(await isUnread(person, first)).toBe(true)
    await chooseByKeys(person.page, 'read', 0, ['ArrowRight', 'ArrowRight'], 'By hand')
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

  it('by the keyboard: E closes, everything says so, and nothing is selected then; also after a restart', async () => {
    const stage = await setStage()
    let person = await stage.start('connected')
    await chooseByKeys(person.page, 'done', 1, ['ArrowRight'], 'Closes')
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

  it('a workspace gets a name, another is connected and opened, and signing out of one says what is lost', async () => {
    const stage = await setStage()
    const other = await startSandbox({ conversations: 3, answers: false, key: KEY })
    try {
      const person = await stage.start('connected')
      const { page } = person
      await person.open(/^John Smith/)
      await person.bubble('Can I reschedule my appointment?').waitFor()
      await stage.line.cutOff()
      await person.say('Never sent')
      await person.reply().fill('Never finished')
      const dialog = await openSettings(page, 'Workspaces')
      const rename = dialog.getByRole('button', { name: /^Rename/ })
      await rename.press('Enter')
      await page.keyboard.type('Not this')
      // Gives up the name alone: Settings stay, and the hands are where they were.
      await page.keyboard.press('Escape')
      await expect.poll(() => rename.evaluate((button) => button === document.activeElement)).toBe(true)
      await page.keyboard.press('Enter')
      await page.keyboard.type('The clinic')
      await page.keyboard.press('Enter')
      await dialog.getByRole('button', { name: 'Sign out of The clinic' }).waitFor()
      await page.getByTitle('The clinic').first().waitFor({ state: 'attached' })
      await dialog.getByRole('button', { name: 'Connect another…' }).press('Enter')
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
      // A click waits for what would be lost to be read: until then the button does nothing.
      await page.getByRole('button', { name: 'Sign out', exact: true }).click()
      await expect.poll(() => last.getByRole('list', { name: 'Workspaces' }).getByRole('listitem').count()).toBe(1)
    } finally {
      await other.close()
    }
  })

  it('a key that was changed at the server is given to its workspace, and what waited for it goes out', async () => {
    const stage = await setStage()
    const person = await stage.start('connected')
    await person.open(/^John Smith/)
    await person.bubble('Can I reschedule my appointment?').waitFor()
    stage.server.keys.delete(KEY)
    stage.server.keys.add('sk_live_e2e_another')
    const dialog = await openSettings(person.page, 'Workspaces')
    await dialog.getByRole('button', { name: /^New key for/ }).press('Enter')
    const asked = person.page.getByRole('dialog', { name: /^New key for/ })
    await asked.getByRole('textbox', { name: 'API key' }).fill('sk_live_e2e_another')
    await person.page.keyboard.press('Enter')
    await asked.waitFor({ state: 'detached' })
    await person.say('Said with the new key')
    await expect.poll(() => said(stage.server).map((one) => one.content), GONE_OUT).toEqual(['Said with the new key'])
  })
})
