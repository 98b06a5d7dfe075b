import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { Person } from '../support/person.ts'
import { KEY, setStage } from '../support/stage.ts'

const JOHN = /^John Smith/
const TYPED = 'Dear John, half a sentence'

async function untilLocked({ page }: Person): Promise<void> {
  // This text comes with the new page, and not while the old one still closes.
  await page.getByText('Unlocking takes one click').waitFor()
}

/** What a user, an extension or an assistive technology could still read. */
async function readable({ page }: Person): Promise<string> {
  return `${await page.content()} ${await page.title()} ${await page.evaluate(() => JSON.stringify({ ...sessionStorage }))}`
}

/** Keeps a transaction on all tables open, so that no write ends before the page is gone. */
async function holdDatabase(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const [known] = await indexedDB.databases()
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(known?.name ?? '')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error ?? new Error('not opened'))
    })
    const meta = opened.transaction([...opened.objectStoreNames], 'readwrite').objectStore('meta')
    const spin = (): void => {
      meta.count().onsuccess = spin
    }
    spin()
    Object.assign(window, { isHeld: true })
  })
}

it('a lock hides everything over an open dialog, and unlocking brings the typed text back as a draft', async () => {
  const stage = await setStage()
  const person = await stage.start('connected')
  const { page } = person
  await person.rows().first().waitFor()
  await person.press('c')
  await page.getByRole('textbox', { name: 'First message' }).fill('Hello Eve')
  await page.keyboard.press('Escape')
  await person.open(JOHN)
  await person.list().focus()
  await person.press('r')
  await page.waitForFunction(() => document.activeElement?.id === 'reply')
  await page.keyboard.type(TYPED)
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await expect.poll(() => page.workers().length).toBe(1)
  expect(await readable(person)).toContain('John Smith')

  await page.keyboard.press('Control+Shift+l')
  await page.getByRole('heading', { name: 'Clarion is locked' }).waitFor()
  expect(await page.getByText('John Smith').count()).toBe(0)
  await untilLocked(person)
  const shown = await readable(person)
  expect(shown).not.toContain('John')
  expect(shown).not.toContain('half a sentence')
  expect(page.workers()).toEqual([])

  // A reload opens nothing either.
  await page.reload()
  await untilLocked(person)
  expect(await page.getByRole('button', { name: 'Unlock' }).evaluate((it) => it === document.activeElement)).toBe(true)
  await page.keyboard.press('Enter')
  await person.thread().waitFor()
  await expect.poll(() => person.reply().inputValue()).toBe(TYPED)
  await person.bubble('Can I reschedule my appointment?').waitFor()
  expect(await page.getByRole('dialog').count()).toBe(0)
  await person.list().focus()
  await person.press('c')
  expect(await page.getByRole('textbox', { name: 'First message' }).inputValue()).toBe('Hello Eve')
  await page.keyboard.press('Escape')

  // The screen is covered at once, also where the disk hangs and closing has to be given up.
  await holdDatabase(page)
  await page.keyboard.press('Control+Shift+l')
  await page.getByRole('heading', { name: 'Clarion is locked' }).waitFor()
  expect(await page.evaluate(() => 'isHeld' in window)).toBe(true)
  expect(await page.content()).not.toContain('John')
  await untilLocked(person)
  await page.keyboard.press('Enter')
  await expect.poll(() => person.reply().inputValue()).toBe(TYPED)
})

it('asks what to keep without a keychain, once, and keeps nothing where the user wants that', async () => {
  const stage = await setStage({ withoutKeychain: 'unchosen' })
  let person = await stage.start('first run')
  await person.connect(KEY, stage.line.url)
  const continueButton = person.page.getByRole('button', { name: 'Continue' })
  await continueButton.waitFor()
  expect(await person.page.getByRole('radio', { checked: true }).count()).toBe(0)
  await person.page.getByRole('radio', { name: 'Keep nothing after quitting' }).check()
  await continueButton.press('Enter')
  await person.open(JOHN)
  await stage.quit()

  person = await stage.start('first run')
  await person.page.getByRole('button', { name: 'Enter new key' }).waitFor()
  expect(await person.rows().count()).toBe(0)
  expect(await person.page.getByRole('radio').count()).toBe(0)
})

it('deletes data whose key is missing only after the user has seen what would be lost', async () => {
  const stage = await setStage()
  let person = await stage.start('connected')
  await person.open(JOHN)
  await person.list().focus()
  await person.press('r')
  await person.page.waitForFunction(() => document.activeElement?.id === 'reply')
  await person.page.keyboard.type(TYPED)
  await stage.quit()
  const keys = join(stage.userDataDir, 'keys')
  expect(await readdir(keys)).not.toEqual([])
  await rm(keys, { recursive: true })

  person = await stage.start('connected')
  const { page } = person
  await page.getByRole('heading', { name: 'The key to your data is missing' }).waitFor()
  await page.getByText('1 draft is still in it').waitFor()
  await page.getByRole('button', { name: 'Try again' }).press('Enter')
  await page.getByText('Nothing has changed').waitFor()
  const deleteButton = page.getByRole('button', { name: 'Delete this data and download again…' })
  await deleteButton.press('Enter')
  await page.getByRole('dialog').getByText('You will lose 1 draft').waitFor()
  // Enter cancels: the first button has the focus.
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByText('1 draft is still in it').waitFor()
  await deleteButton.press('Enter')
  await page.getByRole('button', { name: 'Delete and download again' }).press('Enter')
  await person.open(JOHN)
  expect(await person.reply().inputValue()).toBe('')
})
