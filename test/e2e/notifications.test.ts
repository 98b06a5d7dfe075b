import type { ElectronApplication } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { invariant } from '../../src/shared/failure.ts'
import type { Person } from '../support/person.ts'
import { setStage, type Stage } from '../support/stage.ts'

type Shown = { readonly title: string; readonly body: string; readonly silent: boolean }

function mainOf({ app }: Stage): ElectronApplication {
  invariant(app !== null, 'the app runs')
  return app
}

/** Stands in for the system: what is shown lies there until it is taken away. A machine of tests has no desk of its own. */
async function setDesk(stage: Stage): Promise<void> {
  await mainOf(stage).evaluate(({ Notification }) => {
    const desk: Electron.Notification[] = []
    Object.assign(globalThis, { desk })
    Notification.isSupported = () => true
    Notification.prototype.show = function show(this: Electron.Notification) {
      desk.push(this)
    }
    Notification.prototype.close = function close(this: Electron.Notification) {
      if (desk.includes(this)) desk.splice(desk.indexOf(this), 1)
    }
  })
}

function readDesk(stage: Stage): Promise<readonly Shown[]> {
  return mainOf(stage).evaluate(() => {
    const { desk } = globalThis as unknown as { desk: Electron.Notification[] }
    return desk.map(({ title, body, silent }) => ({ title, body, silent }))
  })
}

async function click(stage: Stage): Promise<void> {
  await mainOf(stage).evaluate(() => {
    const { desk } = globalThis as unknown as { desk: Electron.Notification[] }
    desk.pop()?.emit('click')
  })
}

function hear(stage: Stage, conversationId: string, words: string): void {
  const conversation = stage.server.account.find(conversationId)
  invariant(conversation !== null, 'the conversation is seeded')
  stage.server.account.send(conversation, 'customer', words, null)
}

/** As coming back to the window does: what is new is read at once. */
async function check({ page }: Person): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
}

/** Another conversation than John Smith's, as the list has it. */
function others(stage: Stage, count: number): readonly string[] {
  const listed = stage.server.account.list({ status: 'open' }, 30, 0).map((one) => one.id)
  return listed.filter((id) => id !== 'conv_abc123').slice(0, count)
}

async function begin(): Promise<{ readonly stage: Stage; readonly person: Person }> {
  const stage = await setStage()
  const person = await stage.start('connected')
  await person.rows().first().waitFor()
  await person.page.getByText('All threads on this device').waitFor()
  await setDesk(stage)
  return { stage, person }
}

describe('notifications', () => {
  it('call about what a customer says, lead there by a click, and go once it is seen', async () => {
    const { stage, person } = await begin()
    hear(stage, 'conv_abc123', 'Are you <b>there</b>?')
    await check(person)
    await expect.poll(() => readDesk(stage)).toHaveLength(1)
    const body = process.platform === 'linux' ? 'Are you &lt;b&gt;there&lt;/b&gt;?' : 'Are you <b>there</b>?'
    expect(await readDesk(stage)).toEqual([{ title: 'John Smith', body, silent: false }])
    await click(stage)
    await person.bubble('Are you <b>there</b>?').waitFor()
    expect(await readDesk(stage)).toEqual([])
  })

  it('are silent about the thread on screen, and one a conversation elsewhere', async () => {
    const { stage, person } = await begin()
    const [other] = others(stage, 1)
    invariant(other !== undefined, 'somebody else writes, too')
    await person.open(/^John Smith/)
    hear(stage, 'conv_abc123', 'Seen as it comes')
    await person.bubble('Seen as it comes').waitFor()
    hear(stage, other, 'First words')
    await check(person)
    await expect.poll(async () => (await readDesk(stage)).map((one) => one.body)).toEqual(['First words'])
    hear(stage, other, 'Second words')
    await check(person)
    await expect.poll(async () => (await readDesk(stage)).map((one) => one.body)).toEqual(['Second words'])
  })

  it('fold into one when many call at once', async () => {
    const { stage, person } = await begin()
    for (const id of others(stage, 5)) hear(stage, id, 'All at once')
    await check(person)
    await expect
      .poll(() => readDesk(stage))
      .toEqual([{ title: '5 conversations have new messages', body: '', silent: false }])
  })

  it('hide what they are about, and sound, as the settings have it; a test shows it', async () => {
    const { stage, person } = await begin()
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
    expect(await readDesk(stage)).toEqual([hidden])
    hear(stage, 'conv_abc123', 'My PIN is 1234')
    await check(person)
    await expect.poll(() => readDesk(stage)).toEqual([hidden, hidden])

    await person.page
      .getByRole('radiogroup', { name: 'Notify about new messages' })
      .getByRole('radio', { name: 'Off' })
      .check()
    const [other] = others(stage, 1)
    invariant(other !== undefined, 'somebody else writes, too')
    hear(stage, other, 'Unheard')
    await check(person)
    await person.page.keyboard.press('Escape')
    await person.rows().filter({ hasText: 'Unheard' }).waitFor()
    expect(await readDesk(stage)).toEqual([hidden, hidden])
  })
})

it('the window’s title and the badge say how many wait', async () => {
  const { stage, person } = await begin()
  const before = Number(/^\((\d+)\) Clarion$/.exec(await person.page.title())?.[1] ?? 0)
  const answered = stage.server.account
    .list({ status: 'open' }, 30, 0)
    .find(({ thread }) => thread.read().at(-1)?.sender === 'assistant')
  invariant(answered !== undefined, 'somebody has had an answer')
  await mainOf(stage).evaluate(({ app }) => {
    const counts: number[] = []
    Object.assign(globalThis, { counts })
    app.setBadgeCount = (count) => counts.push(count ?? 0) > 0
  })
  hear(stage, answered.id, 'Are you there?')
  await check(person)
  await expect.poll(() => person.page.title()).toBe(`(${before + 1}) Clarion`)
  const counts = await mainOf(stage).evaluate(() => (globalThis as unknown as { counts: number[] }).counts)
  expect(counts.at(-1)).toBe(before + 1)
})
