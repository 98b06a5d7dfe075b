import type { Locator } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SandboxConversation } from '../../electron/sandbox/conversation.ts'
import { startSandbox, type Sandbox } from '../../electron/sandbox/server.ts'
import { invariant } from '../../src/shared/failure.ts'
import { type BuiltWindow, openBuiltWindow } from '../support/chromium.ts'
import { Person } from '../support/person.ts'
import { KEY, SEND_LIMIT, sentMessages } from '../support/stage.ts'

/** A thread is read again every five seconds. */
const POLLED = { timeout: 20_000 }
const LONG_TEXT = Array.from({ length: 60 }, (_, line) => `Line ${line + 1} of a long message.`).join('\n')

/** A short thread is rendered as a whole, and a long one is a virtual list. Both must scroll alike. */
describe.each([
  ['a short thread', 12],
  ['a long thread', 200],
])('the messages of %s', (_name, messages) => {
  let server: Sandbox
  let built: BuiltWindow
  let person: Person
  let conversation: SandboxConversation
  let log: Locator

  beforeEach(async () => {
    server = await startSandbox({ conversations: 5, answers: false, key: KEY })
    conversation = server.account.create({ channel: 'sms', phone: '+12025550142', name: 'Nora Vale' }, null)
    for (let index = 1; index <= messages; index += 1) customerWrites(`Message number ${index}`)
    built = await openBuiltWindow()
    await built.page.setViewportSize({ width: 1_280, height: 560 })
    person = new Person(built.page)
    await person.connect(KEY, server.url)
    await person.open(/^Nora Vale/)
    log = built.page.getByRole('log')
    await person.bubble(`Message number ${messages}`).waitFor()
  })

  afterEach(async () => {
    await built.close()
    await server.close()
  })

  function customerWrites(text: string): void {
    server.account.send(conversation, 'customer', text, null)
  }

  /** How far the log is from its end, px. */
  function toEnd(): Promise<number> {
    return log.evaluate((element) => element.scrollHeight - element.clientHeight - element.scrollTop)
  }

  /** Where a message is in the log, px from its top. */
  async function topOf(text: string): Promise<number> {
    const [outer, inner] = [await log.boundingBox(), await person.bubble(text).boundingBox()]
    invariant(outer !== null && inner !== null, 'both are drawn')
    return Math.round(inner.y - outer.y)
  }

  async function isAtEnd(): Promise<void> {
    await expect.poll(toEnd, POLLED).toBeLessThanOrEqual(1)
  }

  it('stay at the end for those who are there, and where they are for those who read above', async () => {
    await isAtEnd()
    await person.reply().fill('One\nTwo\nThree\nFour\nFive')
    await isAtEnd()
    customerWrites('A new message')
    await person.bubble('A new message').waitFor()
    await isAtEnd()

    await log.hover()
    await built.page.mouse.wheel(0, -150)
    await built.page.getByRole('button', { name: 'Go to newest message' }).waitFor()
    const read = `Message number ${messages - 4}`
    const top = await topOf(read)
    customerWrites('Another new message')
    const pill = built.page.getByRole('button', { name: '1 new: go to newest message' })
    await pill.waitFor(POLLED)
    expect(Math.abs((await topOf(read)) - top)).toBeLessThanOrEqual(1)
    await pill.click()
    await isAtEnd()

    // The server has the message while the user reads above.
    await built.page.mouse.wheel(0, -150)
    await expect.poll(toEnd).toBeGreaterThan(60)
    await person.sendReply('Our answer')
    await isAtEnd()
    await log.hover()
    await built.page.mouse.wheel(0, -150)
    await expect.poll(toEnd).toBeGreaterThan(60)
    const isAnswer = ({ content }: { readonly content: string }): boolean => content.includes('Our answer')
    await expect.poll(() => sentMessages(server).filter(isAnswer), SEND_LIMIT).toHaveLength(1)
    // Its line with the state goes when the server's own message takes its place.
    await expect.poll(() => person.bubble('Our answer').getByRole('button').count(), POLLED).toBe(0)
    // Less that line, which was below.
    expect(await toEnd()).toBeGreaterThan(30)
  })

  it('show a message that a search found in the middle, and a long one from its top', async () => {
    await built.page.keyboard.press('Escape')
    await person.press('/')
    await built.page.keyboard.type('"Message number 3"')
    await built.page
      .getByRole('option', { name: /Message number 3/ })
      .first()
      .click()
    await person.bubble('Message number 3').waitFor()
    const height = (await log.boundingBox())?.height ?? 0
    await expect.poll(() => topOf('Message number 3')).toBeGreaterThan(0)
    await expect.poll(() => topOf('Message number 3')).toBeLessThan(height)
    expect(await toEnd()).toBeGreaterThan(100)

    await built.page.getByRole('button', { name: 'Go to newest message' }).click()
    customerWrites(LONG_TEXT)
    const long = log.getByRole('article').last()
    const more = long.getByRole('button', { name: /Show/ })
    await more.waitFor(POLLED)
    await isAtEnd()
    const before = await long.boundingBox()
    await more.click()
    await long.getByText('Line 60 of a long message.').waitFor({ state: 'attached' })
    expect(Math.abs(((await long.boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThanOrEqual(1)
    await long.getByRole('button', { name: /less|Collapse/i }).click()
    await expect
      .poll(async () => ((await long.boundingBox())?.y ?? -1) >= ((await log.boundingBox())?.y ?? 0) - 1)
      .toBe(true)
  })
})
