import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { invariant } from '../../src/shared/failure.ts'
import { sentMessages, setStage } from '../support/stage.ts'
import { changeStoredRow } from '../support/stored-rows.ts'

/** Moves the stored start of the offline time back by 15 minutes. */
async function backdateOffline(page: Page): Promise<void> {
  type Offline = { readonly name: string; readonly value: { readonly since: number } }
  await changeStoredRow<Offline>(
    page,
    'meta',
    ({ name }) => name === 'offline',
    (row) => ({ ...row, value: { ...row.value, since: row.value.since - 15 * 60_000 } }),
  )
}

it('review lists sent, held and new messages after a long time offline and a restart', async () => {
  const stage = await setStage()
  let person = await stage.start('connected')
  await person.page.getByText('All threads on this device').waitFor()
  const rows = await person
    .rows()
    .evaluateAll((all) =>
      all.map((row) => ({ id: row.id.replace('conversation-', ''), name: row.ariaLabel?.split(',')[0] ?? '' })),
    )
  const [writerRow, quiet] = rows.filter(({ id }) => id !== 'conv_abc123')
  const writer = stage.server.account.find(writerRow?.id ?? '')
  const john = stage.server.account.find('conv_abc123')
  invariant(writer !== null && john !== null && quiet !== undefined, 'the account is seeded')
  await stage.line.cutOff()
  await person.page.getByRole('button', { name: 'Check now' }).click()
  await person.page.getByText(/^Offline/).waitFor()
  await person.open(/^John Smith/)
  await person.sendReply('Tuesday at ten would suit us well.')
  await person.page.locator(`[id="conversation-${quiet.id}"]`).click()
  await person.sendReply('We will call you back on Monday.')
  await person.bubble('We will call you back').getByText('Waiting for connection').waitFor()
  await backdateOffline(person.page)
  await stage.quit()

  stage.server.account.send(john, 'customer', 'Forget it, I am ill this week.', null)
  stage.server.account.send(writer, 'customer', 'Are you still open?', null)
  await stage.line.restore()
  person = await stage.start('connected')
  const review = person.page.getByRole('region', { name: /^While you were away for 1[56] minutes$/ })
  await review.getByText(`1 message to ${quiet.name}`).waitFor()
  await review.getByText('Message · New messages arrived before this was sent. Send anyway?').waitFor()
  expect(sentMessages(stage.server).map(({ content }) => content)).toEqual(['We will call you back on Monday.'])
  await review.getByRole('button', { name: writerRow?.name ?? '' }).waitFor()
  // John Smith is listed twice: for the held reply and for the new message.
  await expect.poll(() => review.getByRole('button', { name: 'John Smith' }).count()).toBe(2)
  await review.getByRole('button', { name: 'John Smith' }).first().click()
  await person.bubble('Tuesday at ten').getByText('New messages arrived before this was sent').waitFor()
  await review.getByRole('button', { name: 'Got it' }).click()
  await review.waitFor({ state: 'detached' })
})
