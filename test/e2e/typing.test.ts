import { expect, it } from 'vitest'
import type { Person } from '../support/person.ts'
import { SEND_LIMIT, sentMessages, setStage, type Stage } from '../support/stage.ts'

/** Typing in the composer: undo, large pastes and text that cannot be sent. These tests use the mouse only to open a row. */

const JOHN = /^John Smith/

async function startAt(stage: Stage, name: RegExp = JOHN): Promise<Person> {
  const person = await stage.start('connected')
  await person.open(name)
  await openReply(person)
  return person
}

async function openReply(person: Person): Promise<void> {
  await person.press('r')
  await person.page.waitForFunction(() => document.activeElement?.id === 'reply')
}

async function expectText(person: Person, text: string): Promise<void> {
  await expect.poll(() => person.reply().inputValue()).toBe(text)
}

async function paste(stage: Stage, person: Person, text: string): Promise<void> {
  await stage.app?.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text)
  await person.page.keyboard.press('Control+v')
}

/** Presses Ctrl with a key of a layout for another script. */
async function pressInOtherLayout(person: Person, key: string, code: string): Promise<void> {
  await person.page.evaluate(
    ([pressedKey, physicalKey]) =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', {
          key: pressedKey,
          code: physicalKey,
          ctrlKey: true,
          bubbles: true,
          cancelable: true,
        }),
      ),
    [key, code] as const,
  )
}

it('undo restores cleared text and then removes words one by one, and redo restores them', async () => {
  const person = await startAt(await setStage())
  const { keyboard } = person.page
  await keyboard.type('Your order has shipped')
  await keyboard.press('Control+a')
  await keyboard.press('Delete')
  await expectText(person, '')
  await keyboard.press('Control+z')
  await expectText(person, 'Your order has shipped')
  await keyboard.press('Control+z')
  await expectText(person, 'Your order has ')
  await keyboard.press('Control+z')
  await expectText(person, 'Your order ')
  await keyboard.press('Control+Shift+z')
  await keyboard.press('Control+y')
  await expectText(person, 'Your order has shipped')
  // The draft stores the text after undo.
  await keyboard.press('Control+z')
  await person.open(/^(?!John Smith)/)
  await person.open(JOHN)
  await expect.poll(() => person.reply().inputValue()).toBe('Your order has ')
})

it('undo in an empty composer restores this conversation’s message in any layout, and stays in the conversation', async () => {
  const stage = await setStage()
  const person = await startAt(stage)
  const { page } = person
  await person.setUndoWindow(60)
  await openReply(person)
  await page.keyboard.type('For John')
  await page.keyboard.press('Control+Enter')
  await person.bubble('For John').waitFor()

  await person.open(/^Hannah Lindqvist/)
  await openReply(person)
  const other = await person.reply().getAttribute('data-conversation-id')
  await page.keyboard.press('Control+z')
  await page.getByText('Nothing left to undo.').first().waitFor()
  expect(await person.reply().getAttribute('data-conversation-id')).toBe(other)
  await expectText(person, '')

  await person.open(JOHN)
  await openReply(person)
  await person.bubble('For John').waitFor()
  await pressInOtherLayout(person, 'я', 'KeyZ')
  await expectText(person, 'For John')
  await person.bubble('For John').waitFor({ state: 'detached' })
  // Undo does not remove the restored text, and there is nothing else to undo.
  await page.keyboard.press('Control+z')
  await expectText(person, 'For John')
  expect(sentMessages(stage.server)).toEqual([])
})

it('composer pastes 2,000 lines as one undo step, and refuses 20,000 lines with a message and keeps the draft', async () => {
  const stage = await setStage()
  const person = await startAt(stage)
  const { page } = person
  const lines = (count: number): string => `${'x'.repeat(42)}\r\n`.repeat(count)
  await page.keyboard.type('Log: ')
  await page.evaluate(() => {
    const field = document.getElementById('reply')
    field?.addEventListener('input', () => (field.dataset['inputs'] = String(Number(field.dataset['inputs'] ?? 0) + 1)))
  })
  await paste(stage, person, lines(2_000))
  await expectText(person, `Log: ${`${'x'.repeat(42)}\n`.repeat(2_000)}`)
  // One paste causes one input event.
  expect(await person.reply().getAttribute('data-inputs')).toBe('1')
  await page.keyboard.type('end')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expectText(person, 'Log: ')

  await paste(stage, person, lines(20_000))
  await page.getByRole('alert').getByText('This text is too long to send: 860,000 characters.').waitFor()
  await paste(stage, person, 'x'.repeat(1_000_000))
  await page.getByRole('alert').getByText('This text is too long to send: 1,000,000 characters.').waitFor()
  await expectText(person, 'Log: ')
  await page.keyboard.type('short')
  await page.getByRole('alert').getByText('This text is too long').waitFor({ state: 'detached' })
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => sentMessages(stage.server).map(({ content }) => content), SEND_LIMIT).toEqual(['Log: short'])
})

it('Send is disabled when the text is invisible, and text in NFD is counted and sent in NFC', async () => {
  const stage = await setStage()
  const person = await startAt(stage)
  const { page } = person
  const send = page.getByRole('button', { name: /^Send SMS/ })
  await page.keyboard.insertText('\u2800')
  await expectText(person, '\u2800')
  expect(await send.getAttribute('aria-disabled')).toBe('true')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText('Cafe\u0301 '.repeat(15))
  await page.getByText('75 characters · 1 segment').waitFor()
  expect(await send.getAttribute('aria-disabled')).toBe('false')
  await page.keyboard.press('Control+Enter')
  await expect
    .poll(() => sentMessages(stage.server).map(({ content }) => content), SEND_LIMIT)
    .toEqual(['Café '.repeat(15)])
})

it('each line of a message has its own text direction in the bubble and in the composer', async () => {
  const stage = await setStage()
  const person = await startAt(stage)
  const { page } = person
  await page.keyboard.insertText('שלום\nYour code is ready!\n1. open')
  expect(await person.reply().evaluate((field) => getComputedStyle(field).unicodeBidi)).toBe('plaintext')
  await page.keyboard.press('Control+Enter')
  await person.bubble('Your code is ready!').waitFor()
  const order = await person.bubble('Your code is ready!').evaluate((bubble) => {
    const text = document.createTreeWalker(bubble, NodeFilter.SHOW_TEXT)
    let node = text.nextNode()
    while (node !== null && node.textContent?.includes('ready!') !== true) node = text.nextNode()
    const leftOf = (letter: string): number => {
      const range = document.createRange()
      const at = node?.textContent?.indexOf(letter) ?? 0
      if (node !== null) range.setStart(node, at)
      if (node !== null) range.setEnd(node, at + 1)
      return range.getBoundingClientRect().left
    }
    return { sentence: leftOf('Y') < leftOf('!'), hebrew: leftOf('ש') > leftOf('ם') }
  })
  expect(order).toMatchObject({ sentence: true, hebrew: true })
})
