import type { ElectronApplication } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { invariant } from '../../src/shared/failure.ts'
import type { Person } from '../support/person.ts'
import { setStage, type Stage } from '../support/stage.ts'

type Shown = { readonly title: string; readonly body: string; readonly silent: boolean }

function mainOf({ app }: Stage): ElectronApplication {
  invariant(app !== null, 'the app was started')
  return app
}

/** Replaces the system's notification area, which a test machine does not have. A notification stays until it is closed. */
async function fakeNotificationArea(stage: Stage): Promise<void> {
  await mainOf(stage).evaluate(({ Notification }) => {
    const shown: Electron.Notification[] = []
    Object.assign(globalThis, { shown })
    Notification.isSupported = () => true
    Notification.prototype.show = function show(this: Electron.Notification) {
      shown.push(this)
      this.emit('show')
    }
    Notification.prototype.close = function close(this: Electron.Notification) {
      if (shown.includes(this)) shown.splice(shown.indexOf(this), 1)
    }
  })
}

function readShown(stage: Stage): Promise<readonly Shown[]> {
  return mainOf(stage).evaluate(() => {
    const { shown } = globalThis as unknown as { shown: Electron.Notification[] }
    return shown.map(({ title, body, silent }) => ({ title, body, silent }))
  })
}

/** The user answers in the newest notification, and the system reports it twice. */
async function answerTwice(stage: Stage, event: 'reply' | 'action', value: string | number): Promise<void> {
  await mainOf(stage).evaluate(
    (_electron, [name, given]) => {
      const { shown } = globalThis as unknown as { shown: Electron.Notification[] }
      const notification = shown.pop()
      for (const _time of [1, 2]) notification?.emit(name, {}, given)
    },
    [event, value] as const,
  )
}

async function click(stage: Stage): Promise<void> {
  await mainOf(stage).evaluate(() => {
    const { shown } = globalThis as unknown as { shown: Electron.Notification[] }
    shown.pop()?.emit('click')
  })
}

function customerWrites(stage: Stage, conversationId: string, text: string): void {
  const conversation = stage.server.account.find(conversationId)
  invariant(conversation !== null, 'the conversation is seeded')
  stage.server.account.send(conversation, 'customer', text, null)
}

/** Makes the app sync at once, as focus on the window does. */
async function syncNow({ page }: Person): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
}

/** Ids of open conversations other than John Smith's, in list order. */
function otherIds(stage: Stage, count: number): readonly string[] {
  const listed = stage.server.account.list({ status: 'open' }, 30, 0).map(({ id }) => id)
  return listed.filter((id) => id !== 'conv_abc123').slice(0, count)
}

async function startReady(): Promise<{ readonly stage: Stage; readonly person: Person }> {
  const stage = await setStage()
  const person = await stage.start('connected')
  await person.rows().first().waitFor()
  await person.page.getByText('All threads on this device').waitFor()
  await fakeNotificationArea(stage)
  return { stage, person }
}

describe('notifications', () => {
  it('show a customer’s message, open it when clicked, and close when it is seen', async () => {
    const { stage, person } = await startReady()
    customerWrites(stage, 'conv_abc123', 'Are you <b>there</b>?')
    await syncNow(person)
    await expect.poll(() => readShown(stage)).toHaveLength(1)
    const body = process.platform === 'linux' ? 'Are you &lt;b&gt;there&lt;/b&gt;?' : 'Are you <b>there</b>?'
    expect(await readShown(stage)).toEqual([{ title: 'John Smith', body, silent: false }])
    // Over Settings, which were opened from a reply: closing them must not lead back to it.
    const [other] = otherIds(stage, 1)
    const { page } = person
    await person.rows().filter({ hasNotText: 'John Smith' }).first().click()
    await page.locator(`section[data-conversation-id="${other}"]`).waitFor()
    await person.press('r')
    await page.waitForFunction(() => document.activeElement?.id === 'reply')
    await page.keyboard.type('Half a sentence')
    await page.keyboard.press('Control+,')
    await page.getByRole('dialog', { name: 'Settings' }).waitFor()
    await click(stage)
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await person.bubble('Are you <b>there</b>?').waitFor()
    for (let frame = 0; frame < 10; frame += 1)
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
    await person.bubble('Are you <b>there</b>?').waitFor()
    expect(await person.selectedLabel()).toMatch(/^John Smith/)
    expect(await readShown(stage)).toEqual([])
  })

  it('take a reply and resolve, once each, and leave the draft in the composer', async () => {
    const { stage, person } = await startReady()
    const { account } = stage.server
    await person.open(/^John Smith/)
    await person.reply().fill('Half a sentence')
    await person.rows().filter({ hasNotText: 'John Smith' }).first().click()
    customerWrites(stage, 'conv_abc123', 'At 3?')
    await syncNow(person)
    await expect.poll(() => readShown(stage)).toHaveLength(1)
    await answerTwice(stage, 'reply', 'Yes, at 3')
    const answers = () =>
      account
        .find('conv_abc123')
        ?.thread.read()
        .filter(({ content }) => content === 'Yes, at 3')
    await expect.poll(answers).toHaveLength(1)

    customerWrites(stage, 'conv_abc123', 'Thanks!')
    await syncNow(person)
    await expect.poll(async () => (await readShown(stage)).map(({ body }) => body)).toEqual(['Thanks!'])
    await answerTwice(stage, 'action', 0)
    await person.page.getByText('John Smith resolved').waitFor()
    await expect.poll(() => account.find('conv_abc123')?.status).toBe('resolved')
    expect(answers()).toHaveLength(1)
    expect(await readShown(stage)).toEqual([])
    await person.showView('All')
    await person.open(/^John Smith/)
    await expect.poll(() => person.reply().inputValue()).toBe('Half a sentence')
  })

  it('show nothing for the thread on screen, and one notification for each other conversation', async () => {
    const { stage, person } = await startReady()
    const [other] = otherIds(stage, 1)
    invariant(other !== undefined, 'the account has another conversation')
    await person.open(/^John Smith/)
    customerWrites(stage, 'conv_abc123', 'Seen as it comes')
    await person.bubble('Seen as it comes').waitFor()
    customerWrites(stage, other, 'First message')
    await syncNow(person)
    await expect.poll(async () => (await readShown(stage)).map(({ body }) => body)).toEqual(['First message'])
    customerWrites(stage, other, 'Second message')
    await syncNow(person)
    await expect.poll(async () => (await readShown(stage)).map(({ body }) => body)).toEqual(['Second message'])
  })

  it('are combined into one when many conversations have new messages', async () => {
    const { stage, person } = await startReady()
    for (const id of otherIds(stage, 5)) customerWrites(stage, id, 'All at once')
    await syncNow(person)
    await expect
      .poll(() => readShown(stage))
      .toEqual([{ title: '5 conversations have new messages', body: '', silent: false }])
  })

  it('follow the settings for content, sound and on or off, and the test notification does too', async () => {
    const { stage, person } = await startReady()
    await person.page.keyboard.press('Control+,')
    await person.page.getByRole('tab', { name: 'Notifications' }).click()
    await person.page
      .getByRole('radiogroup', { name: 'Notification content' })
      .getByRole('radio', { name: 'No details' })
      .check()
    await person.page.getByRole('radiogroup', { name: 'Sound' }).getByRole('radio', { name: 'Off' }).check()
    await person.page.getByRole('button', { name: 'Send test notification' }).click()
    await person.page.getByText(/^Sent\./).waitFor()
    const hidden = { title: 'New message', body: '', silent: true }
    expect(await readShown(stage)).toEqual([hidden])
    customerWrites(stage, 'conv_abc123', 'My PIN is 1234')
    await syncNow(person)
    await expect.poll(() => readShown(stage)).toEqual([hidden, hidden])

    await person.page
      .getByRole('radiogroup', { name: 'Notify about new messages' })
      .getByRole('radio', { name: 'Off' })
      .check()
    const [other] = otherIds(stage, 1)
    invariant(other !== undefined, 'the account has another conversation')
    customerWrites(stage, other, 'Not notified')
    await syncNow(person)
    await person.page.keyboard.press('Escape')
    await person.rows().filter({ hasText: 'Not notified' }).waitFor()
    expect(await readShown(stage)).toEqual([hidden, hidden])
  })
})

it('window title and badge show how many conversations wait', async () => {
  const { stage, person } = await startReady()
  const before = Number(/^\((\d+)\) Clarion$/.exec(await person.page.title())?.[1] ?? 0)
  const answered = stage.server.account
    .list({ status: 'open' }, 30, 0)
    .find(({ thread }) => thread.read().at(-1)?.sender === 'assistant')
  invariant(answered !== undefined, 'the account has an answered conversation')
  await mainOf(stage).evaluate(({ app }) => {
    const counts: number[] = []
    Object.assign(globalThis, { counts })
    app.setBadgeCount = (count) => counts.push(count ?? 0) > 0
  })
  customerWrites(stage, answered.id, 'Are you there?')
  await syncNow(person)
  await expect.poll(() => person.page.title()).toBe(`(${before + 1}) Clarion`)
  const counts = await mainOf(stage).evaluate(() => (globalThis as unknown as { counts: number[] }).counts)
  expect(counts.at(-1)).toBe(before + 1)
})
