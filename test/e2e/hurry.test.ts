import { expect, it } from 'vitest'
import type { Person } from '../support/person.ts'
import { SEND_LIMIT, sentMessages, setStage, type Stage } from '../support/stage.ts'

/** Keys that come faster than the database: each is pressed before the previous key's work is done. */

const JOHN = /^John Smith/
const HANNAH = /^Hannah Lindqvist/
const VIRTUAL_KEYS: Readonly<Record<string, number>> = { Enter: 13, ArrowLeft: 37, Escape: 27 }

/** Sends real key events without waiting between them. */
async function pressAtOnce({ page }: Person, keys: readonly string[]): Promise<void> {
  const keyboard = await page.context().newCDPSession(page)
  await Promise.all(keys.map((spelled) => keyboard.send('Input.dispatchKeyEvent', keyDown(spelled))))
  await keyboard.detach()
}

function keyDown(spelled: string) {
  const held = spelled.split('+')
  const key = held.pop() ?? ''
  const modifiers = (held.includes('Control') ? 2 : 0) + (held.includes('Shift') ? 8 : 0)
  const code = /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : key
  const windowsVirtualKeyCode = VIRTUAL_KEYS[key] ?? key.toUpperCase().charCodeAt(0)
  const isText = key.length === 1 && modifiers === 0
  return { type: 'keyDown' as const, key, code, modifiers, windowsVirtualKeyCode, ...(isText && { text: key }) }
}

async function startAt(stage: Stage, name: RegExp): Promise<Person> {
  const person = await stage.start('connected')
  await person.open(name)
  return person
}

async function openReply(person: Person): Promise<void> {
  await person.press('r')
  await person.page.waitForFunction(() => document.activeElement?.id === 'reply')
}

async function selectedName(person: Person): Promise<string> {
  const label = await person.list().getByRole('option', { selected: true }).getAttribute('aria-label')
  return label?.split(',')[0] ?? ''
}

async function changeSetting({ page }: Person, section: string, change: () => Promise<void>): Promise<void> {
  await page.keyboard.press('Control+,')
  const tab = page.getByRole('tab', { name: section })
  await tab.focus()
  await tab.press('Enter')
  await change()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

async function extendUndoWindow(person: Person): Promise<void> {
  const field = person.page.getByRole('textbox', { name: 'Undo window for SMS' })
  await changeSetting(person, 'Sending', () => field.fill('60'))
}

async function openWithReply(person: Person, name: RegExp): Promise<void> {
  await person.open(name)
  await openReply(person)
  await expect.poll(() => person.reply().inputValue()).toBe('')
}

it('key pressed directly after Send and resolve is a command for the next conversation', async () => {
  const stage = await setStage()
  const person = await startAt(stage, JOHN)
  await openReply(person)
  await person.page.keyboard.type('It has shipped.')
  await pressAtOnce(person, ['Control+Shift+Enter', 's'])
  await expect.poll(() => selectedName(person)).not.toBe('John Smith')
  await person.page.getByRole('button', { name: 'Remove star' }).waitFor()
  await expect
    .poll(() => sentMessages(stage.server).map(({ content }) => content), SEND_LIMIT)
    .toEqual(['It has shipped.'])
  await person.showView('All')
  await person.open(JOHN)
  expect(await person.reply().inputValue()).toBe('')
})

it('composer is empty when the user returns to the conversation directly after Send and resolve', async () => {
  const stage = await setStage()
  const person = await startAt(stage, JOHN)
  await person.showView('All')
  await openWithReply(person, JOHN)
  await person.page.keyboard.type('It has shipped.')
  await pressAtOnce(person, ['Control+Shift+Enter', 'k', 'r', 'o', 'k'])
  await expect.poll(() => selectedName(person)).toBe('John Smith')
  await expect.poll(() => person.reply().inputValue()).toBe('ok')
})

it('undo directly after Send and resolve restores only that message', async () => {
  const stage = await setStage()
  const person = await startAt(stage, HANNAH)
  await extendUndoWindow(person)
  await person.press('s')
  await person.page.getByRole('button', { name: 'Remove star' }).waitFor()
  await openWithReply(person, JOHN)
  await person.page.keyboard.type('It has shipped.')
  await pressAtOnce(person, ['Control+Shift+Enter', 'z'])
  await expect.poll(() => selectedName(person)).toBe('John Smith')
  await expect.poll(() => person.reply().inputValue()).toBe('It has shipped.')
  await person.open(HANNAH)
  await person.page.getByRole('button', { name: 'Remove star' }).waitFor()
  expect(sentMessages(stage.server)).toEqual([])
})

it('undo directly after Send restores the text', async () => {
  const stage = await setStage()
  const person = await startAt(stage, JOHN)
  await extendUndoWindow(person)
  await openWithReply(person, JOHN)
  await person.page.keyboard.type('It has shipped.')
  await pressAtOnce(person, ['Control+Enter', 'Control+z'])
  await expect.poll(() => person.bubble('It has shipped.').count()).toBe(0)
  await expect.poll(() => person.reply().inputValue()).toBe('It has shipped.')
})

it('text typed directly after Send is the next message for any caret position', async () => {
  const stage = await setStage()
  const person = await startAt(stage, JOHN)
  await openReply(person)
  await person.page.keyboard.type('It has shipped.')
  await pressAtOnce(person, ['ArrowLeft', 'ArrowLeft', 'Control+Enter', 'o', 'k'])
  await person.bubble('It has shipped.').waitFor()
  await expect.poll(() => person.reply().inputValue()).toBe('ok')
})

it('reply marks its conversation as read when the next one is selected directly after it', async () => {
  const stage = await setStage()
  const person = await stage.start('connected')
  const { page } = person
  // Only a reply marks a conversation as read.
  await page.evaluate(() => localStorage.setItem('read-timing', 'reply'))
  await person
    .row(/, unread,/)
    .first()
    .click()
  await pressAtOnce(person, ['r', 'o', 'k'])
  await expect.poll(() => person.reply().inputValue()).toBe('ok')
  const name = await selectedName(person)
  const answered = person.row(new RegExp(`^${name},`))
  expect(await answered.getAttribute('aria-label')).toMatch(/, unread,/)
  await pressAtOnce(person, ['Control+Enter', 'Escape', 'j'])
  await expect.poll(() => selectedName(person)).not.toBe(name)
  await expect.poll(() => answered.getAttribute('aria-label')).not.toMatch(/, unread,/)
})

it('text typed directly after New conversation is the next message to the same customer', async () => {
  const stage = await setStage()
  const person = await startAt(stage, JOHN)
  await person.press('c')
  const dialog = person.page.getByRole('dialog', { name: 'New conversation' })
  await dialog.getByRole('combobox', { name: 'To' }).fill('+14155550777')
  await dialog.getByRole('textbox', { name: /message/i }).fill('Good morning.')
  await pressAtOnce(person, ['Control+Enter', 'o', 'k'])
  await dialog.waitFor({ state: 'detached' })
  await person.bubble('Good morning.').waitFor()
  await expect.poll(() => person.reply().inputValue()).toBe('ok')
  await expect
    .poll(() => sentMessages(stage.server).map(({ content }) => content), SEND_LIMIT)
    .toEqual(['Good morning.'])
})

it('Enter twice opens a conversation and its reply without a pause between the keys', async () => {
  const person = await startAt(await setStage(), /^Tom Gallagher/)
  // Move up to a conversation that allows a reply.
  await pressAtOnce(person, ['k', 'Enter', 'Enter', 'h', 'i'])
  await expect.poll(() => selectedName(person)).toBe('John Smith')
  await expect.poll(() => person.reply().inputValue()).toBe('hi')
  expect(await person.page.getByRole('dialog').count()).toBe(0)
})
