import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { launchApp } from '../support/app.ts'
import { Person } from '../support/person.ts'
import { KEY, sentMessages, setStage, type Stage } from '../support/stage.ts'
import { removeFolder } from '../support/remove-folder.ts'

/** These tests use only the keyboard, or focus that a user can move with Tab. */

const JOHN = /^John Smith/
const ORDER = 'Hello {{first_name|there}}, your order {{order number}} comes on {{day}}.'
const FILLED = 'Hello John, your order 4711 comes on Friday.'

/** More than the rows of the list. */
const MAX_ROWS = 60

async function selectByKeys(person: Person, name: RegExp): Promise<void> {
  await person.rows().first().waitFor()
  for (let row = 0; row < MAX_ROWS; row++) {
    await person.press('j')
    const selected = person.list().getByRole('option', { name, selected: true })
    if ((await selected.count()) > 0) return person.thread().waitFor()
  }
  expect.fail(`no row has the name ${name.source}`)
}

async function untilFocused(person: Person, id: string): Promise<void> {
  await expect.poll(() => person.page.evaluate(() => document.activeElement?.id)).toBe(id)
}

async function openReply(person: Person): Promise<void> {
  await person.press('r')
  await untilFocused(person, 'reply')
}

/** Opens a section of Settings, makes the change and closes Settings. */
async function inSettings(person: Person, section: string, change: () => Promise<void>): Promise<void> {
  await person.page.keyboard.press('Control+,')
  const tab = person.page.getByRole('tab', { name: section })
  await tab.focus()
  await tab.press('Enter')
  await change()
  await person.page.keyboard.press('Escape')
  await person.page.getByRole('dialog').waitFor({ state: 'detached' })
}

/** Copies by a command of the palette, and pastes over the text of the composer until it is `copied`. */
async function copyByPalette(person: Person, query: string, copied: string): Promise<void> {
  await person.page.keyboard.press('Control+k')
  await person.page.keyboard.type(query)
  await person.page.keyboard.press('Enter')
  // The toast of the copy before may still be there.
  await person.page.getByText(`Copied: ${copied}`).waitFor()
  await untilFocused(person, 'reply')
  await expect
    .poll(async () => {
      await person.page.keyboard.press('Control+a')
      await person.page.keyboard.press('Control+v')
      return person.reply().inputValue()
    })
    .toBe(copied)
}

async function addSnippet(person: Person): Promise<void> {
  await inSettings(person, 'Snippets', async () => {
    await person.page.getByRole('button', { name: 'Add snippet' }).press('Enter')
    await expect.poll(() => person.page.getByRole('textbox', { name: 'Name' }).isVisible()).toBe(true)
    await person.page.keyboard.type('Order on its way')
    await person.page.keyboard.press('Tab')
    await person.page.keyboard.type('order')
    await person.page.keyboard.press('Tab')
    await person.page.keyboard.type(ORDER)
    await person.page.keyboard.press('Control+Enter')
    await person.page.getByRole('button', { name: 'Edit Order on its way' }).waitFor()
  })
}

function statusOfJohn(stage: Stage): string | undefined {
  return stage.server.account.find('conv_abc123')?.status
}

it('Send and resolve sends a filled snippet, and one undo restores its text and the conversation', async () => {
  const stage = await setStage()
  const person = await stage.start('connected')
  const { page } = person
  await selectByKeys(person, JOHN)
  await person.setUndoWindow(60)
  await addSnippet(person)

  await openReply(person)
  await page.keyboard.type('/')
  await page.getByRole('combobox', { name: 'Search snippets' }).waitFor()
  await page.keyboard.type('ordy')
  await page.getByRole('option', { name: /Order on its way/ }).waitFor()
  await page.keyboard.press('Enter')
  await untilFocused(person, 'reply')
  await expect.poll(() => person.reply().inputValue()).toBe('Hello John, your order {{order number}} comes on {{day}}.')

  await page.keyboard.press('Control+Enter')
  await page.getByRole('alert').getByText('Not sent: fill in the placeholders first').waitFor()
  // Tab and Shift+Tab move between the placeholders. After the last one, Tab moves focus as usual.
  await page.keyboard.press('Tab')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.type('4711')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Friday')
  await page.keyboard.press('Tab')
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).not.toBe('reply')
  await openReply(person)
  await expect.poll(() => person.reply().inputValue()).toBe(FILLED)

  await page.keyboard.press('Control+Shift+Enter')
  await person.row(JOHN).waitFor({ state: 'detached' })
  await page.getByRole('region', { name: 'Notice' }).getByText('John Smith resolved').waitFor()
  await person.press('z')
  await expect.poll(() => person.reply().inputValue()).toBe(FILLED)
  await person.row(JOHN).waitFor()
  expect(sentMessages(stage.server)).toEqual([])
  expect(statusOfJohn(stage)).toBe('open')

  await person.setUndoWindow(0)
  await openReply(person)
  await page.keyboard.press('Control+Shift+Enter')
  await person.row(JOHN).waitFor({ state: 'detached' })
  await expect.poll(() => sentMessages(stage.server).map(({ content }) => content)).toEqual([FILLED])
  await expect.poll(() => statusOfJohn(stage)).toBe('resolved')
})

it('composer keeps a slash when no snippet is chosen, and pastes plain text', async () => {
  const stage = await setStage()
  const person = await stage.start('connected')
  const { page } = person
  await selectByKeys(person, JOHN)
  await openReply(person)
  await page.keyboard.type('/a')
  await expect.poll(() => person.reply().inputValue()).toBe('/a')
  await addSnippet(person)
  await openReply(person)
  await page.keyboard.press('End')
  await page.keyboard.type(' or b/c\n/zzz')
  await page.getByText('No matching snippets').waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => person.reply().inputValue()).toBe('/a or b/c\n/zzz')
  await untilFocused(person, 'reply')

  await page.keyboard.press('Control+a')
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', 'two\u00a0words\u200b\r\n\r\n\r\n\r\n👩‍👧')
    data.setData('text/html', '<b>two</b>')
    const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(paste)
  })
  await expect.poll(() => person.reply().inputValue()).toBe('two words\n\n👩‍👧')
  await page.keyboard.press('Control+z')
  await expect.poll(() => person.reply().inputValue()).toBe('/a or b/c\n/zzz')
})

it('Earlier versions restores deleted text after a restart', async () => {
  const stage = await setStage()
  let person = await stage.start('connected')
  await selectByKeys(person, JOHN)
  await openReply(person)
  await person.page.keyboard.type('A long answer that took some thinking')
  await person.page.keyboard.press('Control+a')
  await person.page.keyboard.press('Delete')
  const versions = () => person.page.getByRole('button', { name: 'Earlier versions' })
  await versions().waitFor()
  await stage.quit()

  person = await stage.start('connected')
  await selectByKeys(person, JOHN)
  await openReply(person)
  await person.page.keyboard.type('Other text')
  await versions().press('Enter')
  await person.page.getByRole('menuitem', { name: /A long answer that took/ }).waitFor()
  await person.page.keyboard.press('Enter')
  await expect.poll(() => person.reply().inputValue()).toBe('A long answer that took some thinking')
  await untilFocused(person, 'reply')
  // The text that was replaced is an earlier version too.
  await versions().press('Enter')
  await person.page.getByRole('menuitem', { name: /Other text/ }).waitFor()
})

it('New conversation finds a known customer by name and offers the open conversation', async () => {
  const stage = await setStage()
  const person = await stage.start('connected')
  const { page } = person
  await person.rows().first().waitFor()
  await person.press('c')
  const dialog = page.getByRole('dialog', { name: 'New conversation' })
  await dialog.getByRole('combobox', { name: 'To' }).waitFor()
  await page.keyboard.type('smi john')
  await dialog.getByRole('option', { name: /^John Smith, SMS/, selected: true }).waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => dialog.getByRole('combobox').inputValue()).toBe('+15551234567')
  await expect.poll(() => dialog.getByRole('textbox', { name: /Name/ }).inputValue()).toBe('John Smith')
  await dialog.getByRole('button', { name: 'Open conversation' }).press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await person.bubble('Can I reschedule my appointment?').waitFor()
  await untilFocused(person, 'reply')
})

it('customer panel copies a number, and is open with its note after a restart', async () => {
  const stage = await setStage()
  let person = await stage.start('connected')
  await selectByKeys(person, JOHN)
  await person.page.keyboard.press('Control+\\')
  const panel = () => person.page.getByRole('complementary', { name: 'Customer' })
  const note = () => panel().getByRole('textbox', { name: 'Notes' })
  await note().focus()
  await expect.poll(() => note().isEditable()).toBe(true)
  await person.page.keyboard.type('Call before noon')
  // It is shown only for a moment.
  const copied = panel().getByText('Copied').waitFor({ state: 'attached' })
  await panel().getByRole('button', { name: 'Copy +15551234567' }).press('Enter')
  await copied
  await openReply(person)
  await person.page.keyboard.press('Control+v')
  await expect.poll(() => person.reply().inputValue()).toBe('+15551234567')
  await copyByPalette(person, 'copy id', 'conv_abc123')
  await copyByPalette(person, 'copy address', '+15551234567')

  const name = panel().getByRole('textbox', { name: 'Name' })
  await name.fill('John B. Smith')
  await name.press('Enter')
  await expect.poll(() => stage.server.account.find('conv_abc123')?.customer.name).toBe('John B. Smith')
  await stage.quit()

  person = await stage.start('connected')
  await selectByKeys(person, /^John B\. Smith/)
  await expect.poll(() => note().inputValue()).toBe('Call before noon')
})

it('Export saves a thread as CSV to the chosen file', async () => {
  const stage = await setStage()
  const folder = await mkdtemp(join(tmpdir(), 'clarion-export-'))
  onTestFinished(() => removeFolder(folder))
  const env = { CLARION_API_URL: stage.line.url, CLARION_API_KEY: KEY }
  const running = await launchApp({ userDataDir: stage.userDataDir, env })
  onTestFinished(running.close)
  const file = join(folder, 'John.csv')
  await running.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
  const person = new Person(running.page)
  await selectByKeys(person, JOHN)
  await person.bubble('Can I reschedule my appointment?').waitFor()
  await running.page.getByRole('button', { name: 'Export', exact: true }).press('Enter')
  const item = running.page.getByRole('menuitem', { name: 'Export as CSV…' })
  await item.focus()
  await item.press('Enter')
  await running.page.getByText('Saved as John.csv').waitFor()
  const saved = await readFile(file, 'utf8')
  expect(saved).toContain("conv_abc123,John Smith,'+15551234567")
  expect(saved).toContain('Can I reschedule my appointment?')
})
