import type { Locator } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startSandbox, type Sandbox } from '../../electron/sandbox/server.ts'
import { findHiddenRings } from '../support/focus-ring.ts'
import { type BuiltWindow, openBuiltWindow } from '../support/chromium.ts'
import { Person } from '../support/person.ts'
import { SEND_LIMIT, KEY, sentMessages } from '../support/stage.ts'

describe('built window in a current Chromium', () => {
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

  it('does the main job without a content security policy violation', async () => {
    const person = new Person(built.page)
    await person.connect(KEY, server.url)
    await person.open(/^John Smith/)
    await person.sendReply('Perfect! I have you down for Friday at 2pm.')
    await expect.poll(() => sentMessages(server), SEND_LIMIT).toHaveLength(1)
    await person.startConversation('+1 202 555 0143', 'Hello from Clarion')
    await expect.poll(() => sentMessages(server), SEND_LIMIT).toHaveLength(2)
    await person.open(/^John Smith/)
    await person.press('e')
    await person.row(/^John Smith/).waitFor({ state: 'detached' })
    await expect.poll(() => server.journal.mutations().at(-1)).toMatchObject({ kind: 'update', status: 'resolved' })
    expect(built.violations).toEqual([])
    // Once through the window, and through a dialog.
    expect(await findHiddenRings(built.page, 40)).toEqual([])
    await built.page.keyboard.press('Control+,')
    await built.page.getByRole('tab', { name: 'Appearance' }).click()
    expect(await findHiddenRings(built.page, 12)).toEqual([])
  })

  it('keeps the row in place after a reply, and J selects the row below', async () => {
    const person = new Person(built.page)
    await person.connect(KEY, server.url)
    await person.rows().nth(8).waitFor()
    await person.list().focus()
    for (let step = 0; step < 6; step += 1) await built.page.keyboard.press('j')
    const selected = person.list().getByRole('option', { selected: true })
    const [index, id] = [await indexOf(selected), await selected.getAttribute('id')]
    expect(index).toBeGreaterThan(2)
    const below = await person
      .rows()
      .nth(index + 1)
      .getAttribute('id')
    // Without snippets a slash is plain text.
    await person.sendReply('/ We are open until six.')
    // The wait is longer than the time in which the list counts as in use.
    await expect.poll(() => sentMessages(server), SEND_LIMIT).toHaveLength(1)
    await person.list().getByText('/ We are open until six.').waitFor()
    expect(await selected.getAttribute('id')).toBe(id)
    expect(await indexOf(selected)).toBe(index)
    await person.press('j')
    await expect.poll(() => selected.getAttribute('id')).toBe(below)
  })

  it('shows “Clarion was updated” when a chunk is missing, keeps the rest, and loads it after a restart', async () => {
    const person = new Person(built.page)
    const missing = /settings-dialog|customer-pane/
    await built.page.route(missing, (route) => route.fulfill({ status: 404 }))
    await person.connect(KEY, server.url)
    await person.open(/^John Smith/)
    await built.page.keyboard.press('Control+,')
    const notice = built.page.getByRole('dialog', { name: 'Clarion was updated' })
    await notice.getByText(/Restart to continue/).waitFor()
    await built.page.keyboard.press('Escape')
    await notice.waitFor({ state: 'detached' })
    await person.thread().waitFor()
    await built.page.keyboard.press('Control+\\')
    await built.page.unroute(missing)
    await notice.getByRole('button', { name: 'Restart' }).press('Enter')
    await person.rows().first().waitFor()
    await built.page.keyboard.press('Control+,')
    await built.page.getByRole('dialog', { name: 'Settings' }).waitFor()
  })

  /** Index among the rows on screen. */
  async function indexOf(row: Locator): Promise<number> {
    const id = await row.getAttribute('id')
    const ids = await new Person(built.page).rows().evaluateAll((rows) => rows.map((element) => element.id))
    return ids.indexOf(id ?? '')
  }
})
