import { expect, it } from 'vitest'
import { invariant } from '../../../../src/shared/failure.ts'
import { NotificationDesktop } from '../../../support/notification-desktop.ts'
import type { Person } from '../../../support/person.ts'
import { setStage, type Stage } from '../../../support/stage.ts'

const JOHN = 'conv_abc123'

function writes(stage: Stage, sender: 'customer' | 'assistant', conversationId: string, text: string): void {
  const conversation = stage.server.account.find(conversationId)
  invariant(conversation !== null, 'the conversation is seeded')
  stage.server.account.send(conversation, sender, text, null)
}

/** Makes the app sync at once, as focus on the window does. */
async function syncNow({ page }: Person): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
}

it('a Linux desktop shows, opens and withdraws notifications, and its refusal is said', async () => {
  const desktop = await NotificationDesktop.start()
  const stage = await setStage({ env: desktop.env })
  const person = await stage.start('connected')
  const { page } = person
  await person.rows().first().waitFor()
  await page.getByText('All threads on this device').waitFor()
  const titles = (): readonly string[] => desktop.shown.map(({ title }) => title)

  writes(stage, 'customer', JOHN, 'Are you <b>there</b>?')
  await syncNow(person)
  await expect
    .poll(() => desktop.shown)
    .toEqual([{ title: 'John Smith', body: 'Are you &lt;b&gt;there&lt;/b&gt;?', actions: ['default'], urgency: 1 }])
  // The desktop takes no reply, so a click leads to the reply field.
  desktop.click()
  await person.bubble('Are you <b>there</b>?').waitFor()
  await page.waitForFunction(() => document.activeElement?.id === 'reply')
  expect(desktop.shown).toEqual([])

  const other = stage.server.account.list({ status: 'open' }, 30, 0).find(({ id }) => id !== JOHN)
  invariant(other !== undefined, 'the account has another conversation')
  writes(stage, 'customer', other.id, 'Anyone?')
  await syncNow(person)
  await expect.poll(titles).toHaveLength(1)
  writes(stage, 'assistant', other.id, 'A colleague is here')
  await syncNow(person)
  await expect.poll(titles).toEqual([])

  await page.keyboard.press('Control+,')
  await page.getByRole('tab', { name: 'Notifications' }).click()
  await page.getByText('A click on a notification opens the conversation').waitFor()
  const test = page.getByRole('button', { name: 'Send test notification' })
  await test.click()
  await page.getByText('Sent. Your system accepted it.').waitFor()
  expect(titles()).toEqual(['Clarion'])
  // Electron 25 crashes when it closes a notification of a service that is gone: https://github.com/electron/electron/issues/40461
  desktop.dismiss()
  await desktop.stopServing()
  await test.click()
  await page.getByRole('status').getByText('Not shown: your system refused it.').waitFor()
  await stage.quit()
})
