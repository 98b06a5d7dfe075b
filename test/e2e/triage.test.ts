import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Mutation } from '../../electron/sandbox/request-journal.ts'
import { labelNow, Person } from '../support/person.ts'
import { storedRows } from '../support/stored-rows.ts'
import { sentMessages, setStage, type Stage } from '../support/stage.ts'

/** Counts the pointer and wheel events of the window. These tests cause none. */
async function countPointerEvents(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counter = window as unknown as { pointerCount: number }
    counter.pointerCount = 0
    for (const name of ['pointerdown', 'mousedown', 'wheel', 'contextmenu'])
      window.addEventListener(name, () => (counter.pointerCount += 1), { capture: true })
  })
  return () => page.evaluate(() => (window as unknown as { pointerCount: number }).pointerCount)
}

/** A user who uses only the keyboard. */
class KeyboardUser extends Person {
  async pressKeys(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text)
  }

  /** The name of the row whose thread is open; empty for none. */
  async currentName(): Promise<string> {
    const label = await labelNow(this.list().locator('[role=option][aria-current=true]'))
    return label.split(',')[0] ?? ''
  }

  async countIn(view: string): Promise<number> {
    const button = this.page
      .getByRole('navigation', { name: 'Views' })
      .getByRole('button', { name: new RegExp(`^${view}`) })
    return Number(/[\d,]+$/.exec((await button.textContent()) ?? '')?.[0]?.replaceAll(',', '') ?? 0)
  }

  async openView(letter: string): Promise<void> {
    await this.list().focus()
    await this.pressKeys('g', letter)
  }

  async untilFocused(id: string): Promise<void> {
    await this.page.waitForFunction((wanted) => document.activeElement?.id === wanted, id)
  }

  notice(text: RegExp) {
    return this.page.getByRole('status').filter({ hasText: text })
  }
}

function changes(stage: Stage): readonly Mutation[] {
  return stage.server.journal.mutations().filter(({ by, kind }) => by !== null && kind !== 'send')
}

async function startReady(stage: Stage): Promise<KeyboardUser> {
  const user = new KeyboardUser((await stage.start('connected')).page)
  await user.rows().first().waitFor()
  await user.page.getByText('All threads on this device').waitFor()
  await user.list().focus()
  return user
}

describe('triage by keyboard alone', () => {
  it('opens, answers, resolves, tags, snoozes and stars twelve conversations, and undoes some of it', async () => {
    const stage = await setStage({ conversations: 80 })
    const user = await startReady(stage)
    const readPointerCount = await countPointerEvents(user.page)
    const inbox = await user.countIn('Inbox')
    expect(inbox).toBeGreaterThanOrEqual(12)
    await user.pressKeys('j')
    let left = inbox
    for (let index = 0; index < 12; index += 1) {
      const name = await user.currentName()
      expect(name).not.toBe('')
      await user.page.getByRole('region', { name: `Conversation with ${name}` }).waitFor()
      const step = index % 6
      if (step === 0) {
        await user.pressKeys('e')
        left -= 1
      } else if (step === 1 && (await user.reply().count()) > 0) {
        await user.pressKeys('r')
        await user.untilFocused('reply')
        await user.type(`Answer number ${index}`)
        await user.pressKeys('Control+Enter')
        await user.bubble(`Answer number ${index}`).waitFor()
        await user.pressKeys('Escape', 'j')
      } else if (step === 2) {
        await user.pressKeys('l')
        await user.untilFocused('tags')
        await user.type(`tag ${index}`)
        await user.pressKeys('Enter', 'Escape')
        await user.page.getByRole('button', { name: `Remove tag tag ${index}` }).waitFor()
        await user.list().focus()
        await user.pressKeys('j')
      } else if (step === 3) {
        await user.pressKeys('h')
        await user.page.getByRole('combobox', { name: 'Snooze until' }).waitFor()
        await user.type(index === 3 ? 'if no reply by friday' : 'tomorrow 9')
        await user.page.getByRole('option', { name: index === 3 ? /no reply/ : /Snooze/ }).waitFor()
        await user.pressKeys('Enter')
        await user.page.getByRole('dialog').waitFor({ state: 'detached' })
        left -= 1
      } else if (step === 4) {
        await user.pressKeys('s', 'j')
      } else {
        // A close that is undone selects the same conversation again.
        await user.pressKeys('#')
        await expect.poll(() => user.currentName()).not.toBe(name)
        await user.pressKeys('z')
        await expect.poll(() => user.currentName()).toBe(name)
        await user.notice(/^Undone/).waitFor()
        await user.pressKeys('j')
      }
      await expect.poll(() => user.countIn('Inbox')).toBe(left)
      await user.list().focus()
      if (step !== 0 && step !== 3) await expect.poll(() => user.currentName()).not.toBe(name)
    }
    expect(await user.countIn('Snoozed')).toBe(2)
    expect(await user.countIn('Starred')).toBe(2)
    await user.openView('s')
    await expect.poll(() => user.rows().count()).toBe(2)
    expect(
      await user
        .list()
        .getByRole('option', { name: /snoozed until/ })
        .count(),
    ).toBe(2)
    await stage.server.journal.until(() => sentMessages(stage.server).length >= 1)
    await user.page.getByText('to send').waitFor({ state: 'detached' })
    const statuses = changes(stage).flatMap((change) =>
      change.kind === 'update' && change.status !== undefined ? [change.status] : [],
    )
    expect(statuses.filter((status) => status === 'resolved')).toHaveLength(2)
    expect(await readPointerCount()).toBe(0)
  })

  it('closes 17 conversations unsent, reopens five of them offline after a restart, and sends only the other 12', async () => {
    const stage = await setStage({ conversations: 120 })
    let user = await startReady(stage)
    // A refused key stops the outbox, so that no request is in flight at quit. One in flight would be uncertain, and its verification takes
    // two minutes.
    const refused = { answer: 'status', status: 401, error: 'Invalid API key' } as const
    stage.server.faults.inject(refused, { when: ({ method }) => method !== 'GET', times: Number.POSITIVE_INFINITY })
    let readPointerCount = await countPointerEvents(user.page)
    const inbox = await user.countIn('Inbox')
    await user.pressKeys('j')
    for (let row = 0; row < 16; row += 1) await user.pressKeys('Shift+J')
    await user.page.getByRole('toolbar', { name: 'Selected conversations' }).getByText('17 selected').waitFor()
    // The selection has the place of the thread, with its composer.
    const selection = user.page.getByRole('region', { name: 'Selection' })
    await selection.getByRole('heading', { name: '17 conversations selected' }).waitFor()
    await selection.getByText('and 5 more').waitFor()
    expect(await user.page.getByRole('log', { name: 'Messages' }).count()).toBe(0)
    await user.pressKeys('#')
    const preview = user.page.getByRole('dialog', { name: 'Close 17 conversations?' })
    await preview.waitFor()
    expect(changes(stage)).toEqual([])
    await user.pressKeys('Enter')
    await user.notice(/17 conversations closed/).waitFor()
    await expect.poll(() => user.countIn('Inbox')).toBe(inbox - 17)
    await expect.poll(() => user.countIn('Outbox')).toBe(17)
    await user.openView('o')
    await user.page.getByText('Queued. Sends once the server accepts the key').first().waitFor()
    // The outbox has stopped; what it had begun before ends.
    const states = async (): Promise<readonly string[]> =>
      (await storedRows<{ readonly state: string }>(user.page, 'outbox')).map(({ state }) => state)
    await expect.poll(states).not.toContain('sending')
    expect(await readPointerCount()).toBe(0)

    await stage.quit()
    await stage.line.cutOff()
    stage.server.faults.clear()
    user = new KeyboardUser((await stage.start('connected')).page)
    readPointerCount = await countPointerEvents(user.page)
    await user.rows().first().waitFor()
    await user.list().focus()
    await user.pressKeys('Shift+Z')
    const changed = user.page.getByRole('listbox', { name: 'Changed conversations' })
    await expect.poll(() => changed.getByRole('option').count()).toBe(17)
    await changed.focus()
    // The outbox begins with the first ops, and undo asks about those in flight. So this selects the last five.
    await user.pressKeys('End')
    for (let row = 0; row < 5; row += 1) await user.pressKeys('Space', 'ArrowUp')
    await user.page.getByRole('button', { name: 'Undo 5' }).waitFor()
    await user.pressKeys('Enter')
    await user.notice(/Undone: 5 conversations are open again/).waitFor()
    await expect.poll(() => user.countIn('Outbox')).toBe(12)
    await expect.poll(() => user.countIn('Inbox')).toBe(inbox - 12)
    expect(changes(stage)).toEqual([])

    await stage.line.restore()
    await stage.server.journal.until(() => changes(stage).length >= 12)
    await user.page.getByText('to send').waitFor({ state: 'detached' })
    expect(changes(stage).map(({ kind }) => kind)).toEqual(Array.from({ length: 12 }, () => 'close'))
    // One undo reverts the rest of the step. The server had applied it, so the undo is sent too.
    await user.list().focus()
    await user.pressKeys('z')
    await user.notice(/Undone: 12 conversations are open again/).waitFor()
    await expect.poll(() => user.countIn('Inbox')).toBe(inbox)
    await user.pressKeys('z')
    await user.notice(/Nothing left to undo/).waitFor()
    expect(await readPointerCount()).toBe(0)
  })

  it('undo changes nothing and shows the current status when a colleague changed the conversation meanwhile', async () => {
    const stage = await setStage()
    const user = await startReady(stage)
    await user.pressKeys('j')
    while (!(await user.currentName()).startsWith('John Smith')) await user.pressKeys('j')
    await user.pressKeys('e')
    await stage.server.journal.until(() => changes(stage).length === 1)
    await user.page.getByText('to send').waitFor({ state: 'detached' })
    await fetch(`http://127.0.0.1:${stage.server.port}/conversations/conv_abc123/close`, {
      method: 'POST',
      headers: { authorization: 'Bearer sk_live_e2e_0123456789' },
    })
    await user.openView('c')
    await user.pressKeys('F5')
    await user.row(/^John Smith/).waitFor()
    await user.pressKeys('z')
    await user.notice(/Changed on the server: John Smith is now closed. Nothing was undone./).waitFor()
  })

  it('focus mode shows one conversation at a time, and Escape leaves it', async () => {
    const stage = await setStage()
    const user = await startReady(stage)
    const inbox = await user.countIn('Inbox')
    const second = (await user.rows().nth(1).getAttribute('aria-label'))?.split(',')[0] ?? ''
    await user.pressKeys('j', 'j', '.')
    const bar = user.page.getByRole('region', { name: 'Focus mode' })
    await bar.getByText(`2 of ${inbox}`).waitFor()
    expect(await user.list().count()).toBe(0)
    // A command acts on the conversation on screen, so its thread must be visible.
    await user.page.getByRole('region', { name: `Conversation with ${second}` }).waitFor()
    await user.pressKeys('e')
    await bar.getByText(`3 of ${inbox}`).waitFor()
    await user.pressKeys('j', 'j', 'k')
    await bar.getByText(`4 of ${inbox}`).waitFor()
    // R replies to the visible conversation, so its thread must be visible.
    await user.pressKeys('Enter')
    await user.untilFocused('thread')
    await user.pressKeys('r')
    await user.untilFocused('reply')
    await user.pressKeys('Escape')
    await bar.waitFor()
    await user.pressKeys('Escape')
    await user.list().waitFor()
    await expect.poll(() => user.countIn('Inbox')).toBe(inbox - 1)
    await user.pressKeys('g', '1', 'j', '.')
    await bar.getByRole('heading', { name: 'Inbox · SMS' }).waitFor()
  })

  it('new conversations stay hidden during a bulk selection, and I shows them', async () => {
    const stage = await setStage()
    const user = await startReady(stage)
    await user.pressKeys('j', 'x')
    const first = user.rows().first()
    const before = await first.getAttribute('id')
    await fetch(`http://127.0.0.1:${stage.server.port}/conversations`, {
      method: 'POST',
      headers: { authorization: 'Bearer sk_live_e2e_0123456789', 'content-type': 'application/json' },
      body: JSON.stringify({
        channel: 'sms',
        customer_phone: '+12025550177',
        customer_name: 'New Person',
        message: 'Hello',
      }),
    })
    await user.pressKeys('F5')
    await user.page.getByRole('button', { name: /^1 new/ }).waitFor()
    expect(await first.getAttribute('id')).toBe(before)
    await user.pressKeys('i')
    await user.row(/^New Person/).waitFor()
  })
})
