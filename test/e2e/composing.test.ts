import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { launchApp } from '../support/app.ts'
import { Person } from '../support/person.ts'
import { KEY, sentMessages, setStage, type Stage } from '../support/stage.ts'
import { removeFolder } from '../support/remove-folder.ts'

/** Nothing here touches the mouse: every step is a key, or the focus that a person moves with Tab. */

const JOHN = /^John Smith/
const ORDER = 'Hello {{first_name|there}}, your order {{order number}} comes on {{day}}.'
const FILLED = 'Hello John, your order 4711 comes on Friday.'

/** More keys than there are rows. */
const MAX_ROWS = 60

async function goTo(person: Person, name: RegExp): Promise<void> {
  await person.rows().first().waitFor()
  for (let row = 0; row < MAX_ROWS; row++) {
    await person.press('j')
    const chosen = person.list().getByRole('option', { name, selected: true })
    if ((await chosen.count()) > 0) return person.thread().waitFor()
  }
  expect.fail(`no row is called ${name.source}`)
}

async function hasFocus(person: Person, id: string): Promise<void> {
  await expect.poll(() => person.page.evaluate(() => document.activeElement?.id)).toBe(id)
}

async function reply(person: Person): Promise<void> {
  await person.press('r')
  await hasFocus(person, 'reply')
}

/** Opens Settings at a section, does something there, and closes it again. */
async function inSettings(person: Person, section: string, work: () => Promise<void>): Promise<void> {
  await person.page.keyboard.press('Control+,')
  const tab = person.page.getByRole('tab', { name: section })
  await tab.focus()
  await tab.press('Enter')
  await work()
  await person.page.keyboard.press('Escape')
  await person.page.getByRole('dialog').waitFor({ state: 'detached' })
}

async function holdFor(person: Person, seconds: string): Promise<void> {
  await inSettings(person, 'Sending', async () => {
    await person.page.getByRole('textbox', { name: 'Undo window for SMS' }).fill(seconds)
  })
}

/** From the composer, whose words give way to what was copied. */
async function copiedByPalette(person: Person, words: string): Promise<void> {
  await person.page.keyboard.press('Control+k')
  await person.page.keyboard.type(words)
  await person.page.keyboard.press('Enter')
  await person.page.getByText(/^Copied: /).waitFor()
  await hasFocus(person, 'reply')
  await person.page.keyboard.press('Control+a')
  await person.page.keyboard.press('Control+v')
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

it('a snippet is filled, sent and resolved; one undo brings the words and the conversation back; then both go out', async () => {
  const stage = await setStage()
  const person = await stage.start('connected')
  const { page } = person
  await goTo(person, JOHN)
  await holdFor(person, '60')
  await addSnippet(person)

  await reply(person)
  await page.keyboard.type('/')
  await page.getByRole('combobox', { name: 'Search snippets' }).waitFor()
  await page.keyboard.type('ordy')
  await page.getByRole('option', { name: /Order on its way/ }).waitFor()
  await page.keyboard.press('Enter')
  await hasFocus(person, 'reply')
  await expect.poll(() => person.reply().inputValue()).toBe('Hello John, your order {{order number}} comes on {{day}}.')

  await page.keyboard.press('Control+Enter')
  await page.getByRole('alert').getByText('Not sent: fill in the placeholders first').waitFor()
  // On to the second hole, back to the first, then one after the other; behind the last one Tab goes its usual way.
  await page.keyboard.press('Tab')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.type('4711')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Friday')
  await page.keyboard.press('Tab')
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).not.toBe('reply')
  await reply(person)
  await expect.poll(() => person.reply().inputValue()).toBe(FILLED)

  await page.keyboard.press('Control+Shift+Enter')
  await person.row(JOHN).waitFor({ state: 'detached' })
  await person.press('z')
  await expect.poll(() => person.reply().inputValue()).toBe(FILLED)
  await person.row(JOHN).waitFor()
  expect(sentMessages(stage.server)).toEqual([])
  expect(statusOfJohn(stage)).toBe('open')

  await holdFor(person, '0')
  await reply(person)
  await page.keyboard.press('Control+Shift+Enter')
  await person.row(JOHN).waitFor({ state: 'detached' })
  await expect.poll(() => sentMessages(stage.server).map(({ content }) => content)).toEqual([FILLED])
  await expect.poll(() => statusOfJohn(stage)).toBe('resolved')
})

it('a slash that is wanted is a slash, and pasted words are plain', async () => {
  const stage = await setStage()
  const person = await stage.start('connected')
  const { page } = person
  await goTo(person, JOHN)
  await reply(person)
  await page.keyboard.type('/a')
  await expect.poll(() => person.reply().inputValue()).toBe('/a')
  await addSnippet(person)
  await reply(person)
  await page.keyboard.press('End')
  await page.keyboard.type(' or b/c\n/zzz')
  await page.getByText('No matching snippets').waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => person.reply().inputValue()).toBe('/a or b/c\n/zzz')
  await hasFocus(person, 'reply')

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

it('words that were deleted are had back, also after a restart', async () => {
  const stage = await setStage()
  let person = await stage.start('connected')
  await goTo(person, JOHN)
  await reply(person)
  await person.page.keyboard.type('A long answer that took some thinking')
  await person.page.keyboard.press('Control+a')
  await person.page.keyboard.press('Delete')
  const versions = () => person.page.getByRole('button', { name: 'Earlier versions' })
  await versions().waitFor()
  await stage.quit()

  person = await stage.start('connected')
  await goTo(person, JOHN)
  await reply(person)
  await person.page.keyboard.type('Other words')
  await versions().press('Enter')
  await person.page.getByRole('menuitem', { name: /A long answer that took/ }).waitFor()
  await person.page.keyboard.press('Enter')
  await expect.poll(() => person.reply().inputValue()).toBe('A long answer that took some thinking')
  await hasFocus(person, 'reply')
  // What stood there is not lost either.
  await versions().press('Enter')
  await person.page.getByRole('menuitem', { name: /Other words/ }).waitFor()
})

it('somebody known is found by name, and the conversation that is open with them is offered', async () => {
  const stage = await setStage()
  const person = await stage.start('connected')
  const { page } = person
  await person.rows().first().waitFor()
  await person.press('c')
  const dialog = page.getByRole('dialog', { name: 'New conversation' })
  await dialog.getByRole('combobox', { name: 'Phone number' }).waitFor()
  await page.keyboard.type('smi john')
  await dialog.getByRole('option', { name: JOHN }).waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => dialog.getByRole('combobox').inputValue()).toBe('+15551234567')
  await expect.poll(() => dialog.getByRole('textbox', { name: /Name/ }).inputValue()).toBe('John Smith')
  await dialog.getByRole('button', { name: 'Open conversation' }).press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await person.bubble('Can I reschedule my appointment?').waitFor()
  await hasFocus(person, 'reply')
})

it('the customer panel has a note and copies a number; both it and the note are there after a restart', async () => {
  const stage = await setStage()
  let person = await stage.start('connected')
  await goTo(person, JOHN)
  await person.page.keyboard.press('Control+\\')
  const panel = () => person.page.getByRole('complementary', { name: 'Customer' })
  const note = () => panel().getByRole('textbox', { name: 'Notes' })
  await note().focus()
  await person.page.keyboard.type('Call before noon')
  await panel().getByRole('button', { name: 'Copy +15551234567' }).press('Enter')
  await panel().getByText('Copied').waitFor({ state: 'attached' })
  await reply(person)
  await person.page.keyboard.press('Control+v')
  await expect.poll(() => person.reply().inputValue()).toBe('+15551234567')
  await copiedByPalette(person, 'copy id')
  await expect.poll(() => person.reply().inputValue()).toBe('conv_abc123')
  await copiedByPalette(person, 'copy address')
  await expect.poll(() => person.reply().inputValue()).toBe('+15551234567')

  const name = panel().getByRole('textbox', { name: 'Name' })
  await name.fill('John B. Smith')
  await name.press('Enter')
  await expect.poll(() => stage.server.account.find('conv_abc123')?.customer.name).toBe('John B. Smith')
  await stage.quit()

  person = await stage.start('connected')
  await goTo(person, /^John B\. Smith/)
  await expect.poll(() => note().inputValue()).toBe('Call before noon')
})

it('a thread is saved as a file where the person says', async () => {
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
  await goTo(person, JOHN)
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
