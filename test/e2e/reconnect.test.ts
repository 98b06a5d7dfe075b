import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { invariant } from '../../src/shared/failure.ts'
import { sentMessages, setStage } from '../support/stage.ts'

/** A quarter of an hour in no time: the stored instant at which the server went out of reach is moved back. */
async function letTimePass(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const [{ name = '' } = {}] = await indexedDB.databases()
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open(name)
      opening.onsuccess = () => resolve(opening.result)
    })
    await new Promise<void>((resolve) => {
      const transaction = db.transaction('meta', 'readwrite')
      const meta = transaction.objectStore('meta')
      const reading = meta.get('offline')
      reading.onsuccess = () => {
        const row = reading.result as { name: string; value: { since: number } }
        meta.put({ ...row, value: { ...row.value, since: row.value.since - 15 * 60_000 } })
      }
      transaction.oncomplete = () => resolve()
    })
    db.close()
  })
}

it('after a long time offline, over a restart: what was sent, what is held back and why, what is new', async () => {
  const stage = await setStage()
  let person = await stage.start('connected')
  await person.page.getByText('All threads on this device').waitFor()
  const rows = await person
    .rows()
    .evaluateAll((all) =>
      all.map((row) => ({ id: row.id.replace('conversation-', ''), name: row.ariaLabel?.split(',')[0] ?? '' })),
    )
  const [writing, quiet] = rows.filter(({ id }) => id !== 'conv_abc123')
  const writer = stage.server.account.find(writing?.id ?? '')
  const john = stage.server.account.find('conv_abc123')
  invariant(writer !== null && john !== null && quiet !== undefined, 'the account is seeded')
  await stage.line.cutOff()
  await person.page.getByRole('button', { name: 'Check now' }).click()
  await person.page.getByText(/^Offline/).waitFor()
  await person.open(/^John Smith/)
  await person.sendReply('Tuesday at ten would suit us well.')
  await person.page.locator(`[id="conversation-${quiet.id}"]`).click()
  await person.sendReply('We will call you back on Monday.')
  await person.bubble('We will call you back').getByText('Sends when you’re online').waitFor()
  await letTimePass(person.page)
  await stage.quit()

  stage.server.account.send(john, 'customer', 'Forget it, I am ill this week.', null)
  stage.server.account.send(writer, 'customer', 'Is anybody there?', null)
  await stage.line.restore()
  person = await stage.start('connected')
  const review = person.page.getByRole('region', { name: /^While you were away for 1[56] minutes$/ })
  await review.getByText(`1 message to ${quiet.name}`).waitFor()
  await review.getByText('Message · New messages arrived before this was sent. Send anyway?').waitFor()
  expect(sentMessages(stage.server).map(({ content }) => content)).toEqual(['We will call you back on Monday.'])
  await review.getByRole('button', { name: writing?.name ?? '' }).waitFor()
  // Held back, and what he wrote is new.
  await expect.poll(() => review.getByRole('button', { name: 'John Smith' }).count()).toBe(2)
  await review.getByRole('button', { name: 'John Smith' }).first().click()
  await person.bubble('Tuesday at ten').getByText('New messages arrived before this was sent').waitFor()
  await review.getByRole('button', { name: 'Got it' }).click()
  await review.waitFor({ state: 'detached' })
})
