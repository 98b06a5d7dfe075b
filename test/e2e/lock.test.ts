import { readFileSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { PageByMain } from '../support/page-by-main.ts'
import { KEY, setStage } from '../support/stage.ts'

const JOHN = /^John Smith/
const TYPED = 'Dear John, half a sentence'

async function untilLocked(page: PageByMain): Promise<void> {
  // This text comes with the new page, and not while the old one still closes.
  await expect.poll(() => page.inPage('document.body.innerText')).toMatch(/Unlocking takes one click/)
}

async function unlock(page: PageByMain): Promise<void> {
  await page.press('Space')
  await expect.poll(() => page.inPage('document.querySelector("[role=option]") !== null')).toBe(true)
}

/** What a user, an extension or an assistive technology could still read. */
async function readable(page: PageByMain): Promise<string> {
  return String(
    await page.inPage(
      'document.documentElement.outerHTML + " " + document.title + " " + JSON.stringify({ ...sessionStorage })',
    ),
  )
}

/** True while the process exists. */
function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0)
  } catch {
    return false
  }
}

/** Stores what this page shows when it is covered. Survives its reload. */
async function noteCover(page: Page): Promise<void> {
  await page.evaluate(() => {
    const note = (): void => {
      if (document.body.textContent.includes('Clarion is locked'))
        sessionStorage.setItem('cover', document.documentElement.outerHTML)
    }
    new MutationObserver(note).observe(document, { childList: true, subtree: true, characterData: true })
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
  // Of the search and of the spelling. Words are not checked any more once the field has lost the focus.
  await expect.poll(() => page.workers().length).toBe(2)
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  const after = PageByMain.of(stage.app)
  expect(await readable(after)).toContain('John Smith')
  const before = await after.processId()
  expect(isRunning(before)).toBe(true)

  await noteCover(page)
  // Not by Playwright: the page's process ends before the key is released.
  await after.press('L', 'control', 'shift')
  await untilLocked(after)
  // The page covered itself before it was replaced.
  const cover = await after.inPage('sessionStorage.getItem("cover")')
  expect(cover).toContain('Clarion is locked')
  expect(cover).not.toMatch(/John|half a sentence/)
  const shown = await readable(after)
  expect(shown).toContain('Clarion is locked')
  expect(shown).not.toContain('John')
  expect(shown).not.toContain('half a sentence')
  // What was on screen was in the memory of that process, and of its worker.
  expect(await after.processId()).not.toBe(before)
  expect(isRunning(before)).toBe(false)

  // A reload opens nothing either.
  await after.ask(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload())
  await untilLocked(after)
  expect(await after.inPage('document.activeElement.textContent')).toBe('Unlock')
  await unlock(after)
  await expect.poll(() => after.inPage('document.getElementById("reply")?.value')).toBe(TYPED)
  await expect
    .poll(() => after.inPage('document.querySelector("[role=log]").innerText'))
    .toContain('Can I reschedule my appointment?')
  expect(await after.inPage('document.querySelectorAll("[role=dialog]").length')).toBe(0)

  await after.inPage('document.querySelector("[role=listbox]").focus()')
  await after.press('C')
  await expect
    .poll(() => after.inPage('[...document.querySelectorAll("textarea")].map(({ value }) => value)'))
    .toContain('Hello Eve')

  // Locks in a row are no crashes, which would show the stop page.
  for (let time = 0; time < 3; time += 1) {
    await after.inPage('void bridge.lockApp({})')
    await untilLocked(after)
    await unlock(after)
  }
  const log = readFileSync(join(stage.userDataDir, 'logs', 'main.log'), 'utf8')
  expect(log.match(/"locked"/g)).toHaveLength(4)
  expect(log).not.toMatch(/window-gone|page-still-open/)
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
