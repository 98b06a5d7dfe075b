import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { invariant } from '../../src/shared/failure.ts'
import type { Person } from '../support/person.ts'
import { setStage } from '../support/stage.ts'

/** A unique word for each index below 50. */
const uniqueWord = (index: number): string =>
  `xq${'abcdefghijklmnopqrstuvwxy'.charAt(index % 25)}${index < 25 ? 'v' : 'w'}`

/** Kinds of messages with the query that finds each. `name` is the customer's name. */
const KINDS: readonly ((word: string, name: string) => readonly [message: string, query: string])[] = [
  (word) => [`The parcel ${word}ologie is here`, word],
  (word) => [`Das Paket ${word.toUpperCase()}ßé ist da`, `${word}sse`],
  (word) => [`Please look at ${word} tomorrow morning`, `"look at ${word} tomorrow"`],
  (word, name) => [`About ${word}ing, as I said`, `from:"${name}" ${word}`],
  (word) => [`明日の予約${word}を変更したいです`, `予約${word}`],
  (word) => [`${word} came today`, `${word} after:today status:open -unusedword`],
  (word) => [`reach me (${word}) at +1 (212) 555-0199`, `${word} 2125550199`],
  (word) => [`أحتاج ${word} مُحَمَّد`, `${word} محمد`],
  (word) => [`thank you ${word} 👍🏽`, `👍 ${word}`],
  (word) => [`is it ${word}?`, `is:waiting ${word}`],
]

const field = (person: Person): Locator => person.page.getByRole('searchbox', { name: 'Search conversations' })
const results = (person: Person): Locator =>
  person.page.getByRole('listbox', { name: 'Search results' }).getByRole('option')

describe('search', () => {
  it('finds fifty messages by prefix and by operators during the first sync', async () => {
    const stage = await setStage({ conversations: 150 })
    const { account } = stage.server
    const samples = account
      .newest(120)
      .filter(({ customer, status }) => customer.name !== undefined && status === 'open')
      .slice(0, 50)
      .map((conversation, index) => {
        const kind = KINDS[index % KINDS.length]
        invariant(kind !== undefined, 'there is a kind for every index')
        const [message, query] = kind(uniqueWord(index), conversation.customer.name ?? '')
        account.send(conversation, 'customer', message, null)
        // The list contains only the last message, so the search must find this one in the downloaded thread.
        account.send(conversation, 'customer', 'Are you there?', null)
        return { name: conversation.customer.name ?? '', message, query }
      })
    expect(samples).toHaveLength(50)

    const person = await stage.start('connected')
    await person.list().waitFor()
    await person.press('/')
    // The sync takes much longer than the first rows, because each thread is a request.
    await person.page.getByText(/ of \d+ threads on this device/).waitFor()
    for (const { name, query, message } of samples) {
      await field(person).fill(query)
      const label = () => results(person).first().getAttribute('aria-label')
      await expect.poll(label, { timeout: 40_000, message: query }).toContain(message)
      expect(await results(person).count()).toBe(1)
      expect((await label())?.startsWith(name)).toBe(true)
    }
  })

  it('opens the typed customer when Enter comes before the results', async () => {
    const stage = await setStage()
    const names = stage.server.account.newest(30).flatMap(({ customer }) => customer.name ?? [])
    const last = names.findLast((name) => names.filter((other) => other === name).length === 1)
    invariant(last !== undefined, 'the account has a customer with a unique name')
    const person = await stage.start('connected')
    await person.row(/^John Smith/).waitFor()
    await person.page.getByText('All threads on this device').waitFor()
    await person.press('/')
    await field(person).fill('is:any status:open')
    await results(person).first().waitFor()
    expect(await results(person).first().getAttribute('aria-label')).not.toContain(last)

    // One task dispatches the text and Enter, so that no results can arrive between them.
    await field(person).evaluate((input: HTMLInputElement, text) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text)
      input.dispatchEvent(new Event('input', { bubbles: true }))
      input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    }, `from:"${last}"`)
    await person.page.waitForFunction(() => document.activeElement?.id === 'conversations')
    const selected = person.page.getByRole('option', { selected: true })
    expect(await selected.getAttribute('aria-label')).toContain(last)
    await person.page.getByRole('region', { name: `Conversation with ${last}` }).waitFor()
  })

  it('works by keyboard alone and finds new and unsent messages', async () => {
    const stage = await setStage()
    const person = await stage.start('connected')
    const { keyboard } = person.page
    await person.row(/^John Smith/).waitFor()
    await person.page.getByText('All threads on this device').waitFor()

    await person.press('/')
    await keyboard.type('can i reschedule')
    await results(person).filter({ hasText: 'John Smith' }).waitFor()
    await person.page
      .getByText(/Searched 30 conversations, all with full text/)
      .first()
      .waitFor()
    await keyboard.press('Enter')
    await person.bubble('Can I reschedule my appointment?').waitFor()
    expect(await results(person).first().getAttribute('aria-selected')).toBe('true')

    // Ctrl+F works from the composer and selects the text of the field, so that typing replaces it.
    await keyboard.press('r')
    await person.page.waitForFunction(() => document.activeElement?.id === 'reply')
    await keyboard.press('Control+f')
    await keyboard.type('is:fun -channel:sms')
    await person.page.getByText('“is:fun” isn’t supported').waitFor()
    expect(await field(person).inputValue()).toBe('is:fun -channel:sms')
    // Until the results of this text are listed, a letter still belongs to the field.
    await keyboard.press('ArrowDown')
    await person.page.waitForFunction(() => document.activeElement?.id === 'conversations')
    await keyboard.press('j')
    await expect.poll(() => results(person).nth(1).getAttribute('aria-selected')).toBe('true')
    await keyboard.press('Escape')
    await person.row(/^John Smith/).waitFor()
    expect(await field(person).inputValue()).toBe('')

    await keyboard.press('/')
    await keyboard.type('quincunx')
    await person.page.getByRole('heading', { name: 'No matches' }).waitFor()
    const john = stage.server.account.find('conv_abc123')
    invariant(john !== null, 'the account contains the example conversation')
    stage.server.account.send(john, 'customer', 'It is a quincunxial pattern', null)
    await results(person).filter({ hasText: 'quincunxial' }).waitFor()

    // Search finds an unsent reply, also after a restart.
    await keyboard.press('Enter')
    await person.bubble('It is a quincunxial pattern').waitFor()
    await stage.line.cutOff()
    await keyboard.press('r')
    await person.page.waitForFunction(() => document.activeElement?.id === 'reply')
    await keyboard.type('Written in the snowstorm')
    await keyboard.press('Control+Enter')
    await person.bubble('Written in the snowstorm').waitFor()
    await stage.quit()
    const again = await stage.start('connected')
    await again.list().waitFor()
    await again.press('/')
    await again.page.keyboard.type('"the snowstorm"')
    await results(again).filter({ hasText: 'John Smith' }).waitFor()
  })
})
