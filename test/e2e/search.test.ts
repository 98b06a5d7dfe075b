import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { invariant } from '../../src/shared/failure.ts'
import type { Person } from '../support/person.ts'
import { setStage } from '../support/stage.ts'

/** A word that nobody else says, one for each place. */
const wordAt = (place: number): string => `xq${'abcdefghijklmnopqrstuvwxy'.charAt(place % 25)}${place < 25 ? 'v' : 'w'}`

/** What was said, what is typed to find it, by turns. `who` is the customer's own name. */
const KINDS: readonly ((word: string, who: string) => readonly [said: string, typed: string])[] = [
  (word) => [`The parcel ${word}ologie is here`, word],
  (word) => [`Das Paket ${word.toUpperCase()}ßé ist da`, `${word}sse`],
  (word) => [`Please look at ${word} tomorrow morning`, `"look at ${word} tomorrow"`],
  (word, who) => [`About ${word}ing, as I said`, `from:"${who}" ${word}`],
  (word) => [`明日の予約${word}を変更したいです`, `予約${word}`],
  (word) => [`${word} came today`, `${word} after:today status:open -nobodysaidthis`],
  (word) => [`reach me (${word}) at +1 (212) 555-0199`, `${word} 2125550199`],
  (word) => [`أحتاج ${word} مُحَمَّد`, `${word} محمد`],
  (word) => [`thank you ${word} 👍🏽`, `👍 ${word}`],
  (word) => [`is it ${word}?`, `is:waiting ${word}`],
]

const field = (person: Person): Locator => person.page.getByRole('searchbox', { name: 'Search conversations' })
const results = (person: Person): Locator =>
  person.page.getByRole('listbox', { name: 'Search results' }).getByRole('option')

describe('search', () => {
  it('finds each of fifty needles by its beginning and by operators, while the account is still being read', async () => {
    const stage = await setStage({ conversations: 150 })
    const { account } = stage.server
    const needles = account
      .newest(120)
      .filter((one) => one.customer.name !== undefined && one.status === 'open')
      .slice(0, 50)
      .map((conversation, place) => {
        const kind = KINDS[place % KINDS.length]
        invariant(kind !== undefined, 'there is a kind for every place')
        const [said, typed] = kind(wordAt(place), conversation.customer.name ?? '')
        account.send(conversation, 'customer', said, null)
        // The list shows its last words alone: the needle is found in its thread, once that is read.
        account.send(conversation, 'customer', 'Are you there?', null)
        return { name: conversation.customer.name ?? '', said, typed }
      })
    expect(needles).toHaveLength(50)

    const person = await stage.start('connected')
    await person.list().waitFor()
    await person.press('/')
    // It comes to an end long after the first rows, for each thread is a request.
    await person.page.getByText(/ of \d+ threads on this device/).waitFor()
    for (const { name, typed, said } of needles) {
      await field(person).fill(typed)
      const label = () => results(person).first().getAttribute('aria-label')
      await expect.poll(label, { timeout: 40_000, message: typed }).toContain(said)
      expect(await results(person).count()).toBe(1)
      expect((await label())?.startsWith(name)).toBe(true)
    }
  })

  it('opens who was typed, also when Enter is quicker than the answer', async () => {
    const stage = await setStage()
    const names = stage.server.account.newest(30).flatMap(({ customer }) => customer.name ?? [])
    const last = names.findLast((name) => names.filter((other) => other === name).length === 1)
    invariant(last !== undefined, 'somebody has a name of their own')
    const person = await stage.start('connected')
    await person.row(/^John Smith/).waitFor()
    await person.page.getByText('All threads on this device').waitFor()
    await person.press('/')
    await field(person).fill('is:any status:open')
    await results(person).first().waitFor()
    expect(await results(person).first().getAttribute('aria-label')).not.toContain(last)

    // In one go: nothing can be answered between the last letter and Enter.
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

  it('by the keyboard alone: slash, words, into the results, and back; what comes in meanwhile is found', async () => {
    const stage = await setStage()
    const person = await stage.start('connected')
    const { keyboard } = person.page
    await person.row(/^John Smith/).waitFor()
    await person.page.getByText('All threads on this device').waitFor()

    await person.press('/')
    await keyboard.type('can i reschedule')
    await results(person).filter({ hasText: 'John Smith' }).waitFor()
    await person.page.getByText(/Searched 30 conversations, all with full text/).waitFor()
    await keyboard.press('Enter')
    await person.bubble('Can I reschedule my appointment?').waitFor()
    expect(await results(person).first().getAttribute('aria-selected')).toBe('true')

    // Ctrl+F from wherever one is; what stands in the field gives way to what is typed.
    await keyboard.press('r')
    await person.page.waitForFunction(() => document.activeElement?.id === 'reply')
    await keyboard.press('Control+f')
    await keyboard.type('is:fun -channel:sms')
    await person.page.getByText('“is:fun” is not known').waitFor()
    expect(await field(person).inputValue()).toBe('is:fun -channel:sms')
    await keyboard.press('ArrowDown')
    await keyboard.press('j')
    await expect.poll(() => results(person).nth(1).getAttribute('aria-selected')).toBe('true')
    await keyboard.press('Escape')
    await person.row(/^John Smith/).waitFor()
    expect(await field(person).inputValue()).toBe('')

    await keyboard.press('/')
    await keyboard.type('quincunx')
    await person.page.getByRole('heading', { name: 'No matches' }).waitFor()
    const john = stage.server.account.find('conv_abc123')
    invariant(john !== null, 'the vendor’s own example is in every account')
    stage.server.account.send(john, 'customer', 'It is a quincunxial pattern', null)
    await results(person).filter({ hasText: 'quincunxial' }).waitFor()

    // What we say and what has not left is found, too, also after a restart.
    await keyboard.press('Enter')
    await person.bubble('It is a quincunxial pattern').waitFor()
    await stage.line.cutOff()
    await keyboard.press('r')
    await person.page.waitForFunction(() => document.activeElement?.id === 'reply')
    await keyboard.type('Said into the snowstorm')
    await keyboard.press('Control+Enter')
    await person.bubble('Said into the snowstorm').waitFor()
    await stage.quit()
    const again = await stage.start('connected')
    await again.list().waitFor()
    await again.press('/')
    await again.page.keyboard.type('"the snowstorm"')
    await results(again).filter({ hasText: 'John Smith' }).waitFor()
  })
})
