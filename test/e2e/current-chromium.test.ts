import type { Locator } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startSandbox, type Sandbox } from '../../electron/sandbox/server.ts'
import { type BuiltWindow, openBuiltWindow } from '../support/chromium.ts'
import { Person } from '../support/person.ts'
import { GONE_OUT, KEY, said } from '../support/stage.ts'

describe('the built window in a current Chromium', () => {
  let server: Sandbox
  let built: BuiltWindow

  beforeEach(async () => {
    server = await startSandbox({ conversations: 30, answers: false, key: KEY })
    built = await openBuiltWindow()
  })

  afterEach(async () => {
    await built.close()
    await server.close()
  })

  it('does the main job, and nothing it does is against its content policy', async () => {
    const person = new Person(built.page)
    await person.connect(KEY, server.url)
    await person.open(/^John Smith/)
    await person.say('Perfect! I have you down for Friday at 2pm.')
    await expect.poll(() => said(server), GONE_OUT).toHaveLength(1)
    await person.begin('+1 202 555 0143', 'Hello from Clarion')
    await expect.poll(() => said(server), GONE_OUT).toHaveLength(2)
    await person.open(/^John Smith/)
    await person.press('e')
    await person.row(/^John Smith/).waitFor({ state: 'detached' })
    await expect.poll(() => server.journal.mutations().at(-1)).toMatchObject({ kind: 'update', status: 'resolved' })
    expect(built.violations).toEqual([])
  })

  it('the row that was answered from stays where it is, and the next one is the one below it', async () => {
    const person = new Person(built.page)
    await person.connect(KEY, server.url)
    await person.rows().nth(8).waitFor()
    await person.list().focus()
    for (let step = 0; step < 6; step += 1) await built.page.keyboard.press('j')
    const selected = person.list().getByRole('option', { selected: true })
    const [place, id] = [await placeOf(selected), await selected.getAttribute('id')]
    expect(place).toBeGreaterThan(2)
    const below = await person
      .rows()
      .nth(place + 1)
      .getAttribute('id')
    // Where there are no snippets, a slash is a slash.
    await person.say('/ We are open until six.')
    // Longer than a hand is taken to be in the list.
    await expect.poll(() => said(server), GONE_OUT).toHaveLength(1)
    await person.list().getByText('/ We are open until six.').waitFor()
    expect(await selected.getAttribute('id')).toBe(id)
    expect(await placeOf(selected)).toBe(place)
    await person.press('j')
    await expect.poll(() => selected.getAttribute('id')).toBe(below)
  })

  it('a part of it that an update has taken away is said, the rest stays, and a restart has it', async () => {
    const person = new Person(built.page)
    const missing = /settings-dialog|customer-pane/
    await built.page.route(missing, (route) => route.fulfill({ status: 404 }))
    await person.connect(KEY, server.url)
    await person.open(/^John Smith/)
    await built.page.keyboard.press('Control+,')
    const word = built.page.getByRole('dialog', { name: 'Clarion was updated' })
    await word.getByText(/Restart to continue/).waitFor()
    await built.page.keyboard.press('Escape')
    await word.waitFor({ state: 'detached' })
    await person.thread().waitFor()
    await built.page.keyboard.press('Control+\\')
    await built.page.unroute(missing)
    await word.getByRole('button', { name: 'Restart' }).press('Enter')
    await person.rows().first().waitFor()
    await built.page.keyboard.press('Control+,')
    await built.page.getByRole('dialog', { name: 'Settings' }).waitFor()
  })

  /** How far down the rows on screen it is. */
  async function placeOf(row: Locator): Promise<number> {
    const id = await row.getAttribute('id')
    const ids = await new Person(built.page).rows().evaluateAll((rows) => rows.map((one) => one.id))
    return ids.indexOf(id ?? '')
  }
})
