import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Mutation } from '../../electron/sandbox/journal.ts'
import { Person } from '../support/person.ts'
import { said, setStage, type Stage } from '../support/stage.ts'

/** Presses and clicks that the window has heard from a pointer: these stories make none. */
async function watchPointer(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counter = window as unknown as { pointerCount: number }
    counter.pointerCount = 0
    for (const name of ['pointerdown', 'mousedown', 'wheel', 'contextmenu'])
      window.addEventListener(name, () => (counter.pointerCount += 1), { capture: true })
  })
  return () => page.evaluate(() => (window as unknown as { pointerCount: number }).pointerCount)
}

/** Hands at the keyboard, and nothing else. */
class Hands extends Person {
  async key(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text)
  }

  /** The name of the row whose thread is open; empty for none. */
  async current(): Promise<string> {
    const row = this.list().locator('[role=option][aria-current=true]')
    return (await row.count()) === 0 ? '' : (((await row.getAttribute('aria-label')) ?? '').split(',')[0] ?? '')
  }

  async count(view: string): Promise<number> {
    const place = this.page
      .getByRole('navigation', { name: 'Views' })
      .getByRole('button', { name: new RegExp(`^${view}`) })
    return Number(/[\d,]+$/.exec((await place.textContent()) ?? '')?.[0]?.replaceAll(',', '') ?? 0)
  }

  async go(letter: string): Promise<void> {
    await this.list().focus()
    await this.key('g', letter)
  }

  async isFocused(id: string): Promise<void> {
    await this.page.waitForFunction((wanted) => document.activeElement?.id === wanted, id)
  }

  notice(words: RegExp) {
    return this.page.getByRole('status').filter({ hasText: words })
  }
}

function changes(stage: Stage): readonly Mutation[] {
  return stage.server.journal.mutations().filter(({ by, kind }) => by !== null && kind !== 'send')
}

async function begin(stage: Stage): Promise<Hands> {
  const hands = new Hands((await stage.start('connected')).page)
  await hands.rows().first().waitFor()
  await hands.page.getByText('All threads on this device').waitFor()
  await hands.list().focus()
  return hands
}

describe('by the keyboard alone', () => {
  it('thirty conversations are gone through: opened, answered, resolved, tagged, put off, starred, and some of it undone', async () => {
    const stage = await setStage({ conversations: 80 })
    const hands = await begin(stage)
    const pointerCount = await watchPointer(hands.page)
    const inbox = await hands.count('Inbox')
    expect(inbox).toBeGreaterThanOrEqual(30)
    await hands.key('j')
    let left = inbox
    for (let index = 0; index < 30; index += 1) {
      const name = await hands.current()
      expect(name).not.toBe('')
      await hands.page.getByRole('region', { name: `Conversation with ${name}` }).waitFor()
      const turn = index % 6
      if (turn === 0) {
        await hands.key('e')
        left -= 1
      } else if (turn === 1 && (await hands.reply().count()) > 0) {
        await hands.key('r')
        await hands.isFocused('reply')
        await hands.type(`Answer number ${index}`)
        await hands.key('Control+Enter')
        await hands.bubble(`Answer number ${index}`).waitFor()
        await hands.key('Escape', 'j')
      } else if (turn === 2) {
        await hands.key('l')
        await hands.isFocused('tags')
        await hands.type(`tag ${index}`)
        await hands.key('Enter', 'Escape')
        await hands.page.getByRole('button', { name: `Remove tag tag ${index}` }).waitFor()
        await hands.list().focus()
        await hands.key('j')
      } else if (turn === 3) {
        await hands.key('h')
        await hands.page.getByRole('combobox', { name: 'Snooze until' }).waitFor()
        await hands.type(index === 3 ? 'if no reply by friday' : 'tomorrow 9')
        await hands.page.getByRole('option', { name: index === 3 ? /no reply/ : /Snooze/ }).waitFor()
        await hands.key('Enter')
        await hands.page.getByRole('dialog').waitFor({ state: 'detached' })
        left -= 1
      } else if (turn === 4) {
        await hands.key('s', 'j')
      } else {
        // Too fast: it is undone, and the eye is where it was.
        await hands.key('#')
        await expect.poll(() => hands.current()).not.toBe(name)
        await hands.key('z')
        await expect.poll(() => hands.current()).toBe(name)
        await hands.notice(/^Undone/).waitFor()
        await hands.key('j')
      }
      await expect.poll(() => hands.count('Inbox')).toBe(left)
      await hands.list().focus()
      if (turn !== 0 && turn !== 3) await expect.poll(() => hands.current()).not.toBe(name)
    }
    expect(await hands.count('Snoozed')).toBe(5)
    expect(await hands.count('Starred')).toBe(5)
    await hands.go('s')
    await expect.poll(() => hands.rows().count()).toBe(5)
    expect(
      await hands
        .list()
        .getByRole('option', { name: /snoozed until/ })
        .count(),
    ).toBe(5)
    await stage.server.journal.until(() => said(stage.server).length >= 4)
    await hands.page.getByText('to send').waitFor({ state: 'detached' })
    const statuses = changes(stage).flatMap((one) =>
      one.kind === 'update' && one.status !== undefined ? [one.status] : [],
    )
    expect(statuses.filter((status) => status === 'resolved')).toHaveLength(5)
    expect(await pointerCount()).toBe(0)
  })

  it('thirty-seven are closed offline at once, five of them are opened again one by one, and it goes out so, after a restart too', async () => {
    const stage = await setStage({ conversations: 120 })
    let hands = await begin(stage)
    await stage.line.cutOff()
    const pointerCount = await watchPointer(hands.page)
    const inbox = await hands.count('Inbox')
    await hands.key('j')
    for (let row = 0; row < 36; row += 1) await hands.key('Shift+J')
    await hands.page.getByRole('toolbar', { name: 'Selected conversations' }).getByText('37 selected').waitFor()
    await hands.key('#')
    const preview = hands.page.getByRole('dialog', { name: 'Close 37 conversations?' })
    await preview.waitFor()
    expect(changes(stage)).toEqual([])
    await hands.key('Enter')
    await hands.notice(/37 conversations closed/).waitFor()
    await expect.poll(() => hands.count('Inbox')).toBe(inbox - 37)
    await expect.poll(() => hands.count('Outbox')).toBe(37)

    await stage.quit()
    hands = new Hands((await stage.start('connected')).page)
    await hands.rows().first().waitFor()
    await hands.list().focus()
    await hands.key('Shift+Z')
    const changed = hands.page.getByRole('listbox', { name: 'Changed conversations' })
    await expect.poll(() => changed.getByRole('option').count()).toBe(37)
    await changed.focus()
    // Of the first ones some are being tried at any moment, and what may be under way is not taken back without a word.
    await hands.key('End')
    for (let row = 0; row < 5; row += 1) await hands.key('Space', 'ArrowUp')
    await hands.page.getByRole('button', { name: 'Undo 5' }).waitFor()
    await hands.key('Enter')
    await hands.notice(/Undone: 5 conversations are open again/).waitFor()
    await expect.poll(() => hands.count('Outbox')).toBe(32)
    await expect.poll(() => hands.count('Inbox')).toBe(inbox - 32)
    expect(changes(stage)).toEqual([])

    await stage.line.restore()
    await stage.server.journal.until(() => changes(stage).length >= 32)
    await hands.page.getByText('to send').waitFor({ state: 'detached' })
    expect(changes(stage).map(({ kind }) => kind)).toEqual(Array.from({ length: 32 }, () => 'close'))
    // The rest of the step is one undo: and the server hears of that, for it had taken it.
    await hands.list().focus()
    await hands.key('z')
    await hands.notice(/Undone: 32 conversations are open again/).waitFor()
    await expect.poll(() => hands.count('Inbox')).toBe(inbox)
    await hands.key('z')
    await hands.notice(/Nothing left to undo/).waitFor()
    expect(await pointerCount().catch(() => 0)).toBe(0)
  })

  it('undo sets nothing back where a colleague was faster, and says what it found', async () => {
    const stage = await setStage()
    const hands = await begin(stage)
    await hands.key('j')
    while (!(await hands.current()).startsWith('John Smith')) await hands.key('j')
    await hands.key('e')
    await stage.server.journal.until(() => changes(stage).length === 1)
    await hands.page.getByText('to send').waitFor({ state: 'detached' })
    await fetch(`http://127.0.0.1:${stage.server.port}/conversations/conv_abc123/close`, {
      method: 'POST',
      headers: { authorization: 'Bearer sk_live_e2e_0123456789' },
    })
    await hands.go('c')
    await hands.key('F5')
    await hands.row(/^John Smith/).waitFor()
    await hands.key('z')
    await hands.notice(/Changed on the server: John Smith is now closed. Nothing was undone./).waitFor()
  })

  it('run mode shows one conversation a screen, and Escape leaves it', async () => {
    const stage = await setStage()
    const hands = await begin(stage)
    const inbox = await hands.count('Inbox')
    const second = (await hands.rows().nth(1).getAttribute('aria-label'))?.split(',')[0] ?? ''
    await hands.key('j', 'j', '.')
    const bar = hands.page.getByRole('region', { name: 'Focus mode' })
    await bar.getByText(`2 of ${inbox}`).waitFor()
    expect(await hands.list().count()).toBe(0)
    // A command acts on the conversation on screen, so its thread has to be there.
    await hands.page.getByRole('region', { name: `Conversation with ${second}` }).waitFor()
    await hands.key('e')
    await bar.getByText(`3 of ${inbox}`).waitFor()
    await hands.key('j', 'j', 'k')
    await bar.getByText(`4 of ${inbox}`).waitFor()
    // R means the conversation that is seen, so its thread has to be there.
    await hands.key('Enter')
    await hands.isFocused('thread')
    await hands.key('r')
    await hands.isFocused('reply')
    await hands.key('Escape')
    await bar.waitFor()
    await hands.key('Escape')
    await hands.list().waitFor()
    await expect.poll(() => hands.count('Inbox')).toBe(inbox - 1)
    await hands.key('Control+1', 'j', '.')
    await bar.getByRole('heading', { name: 'Inbox · SMS' }).waitFor()
  })

  it('what comes in while many are picked waits behind a pill, and is taken in by its key', async () => {
    const stage = await setStage()
    const hands = await begin(stage)
    await hands.key('j', 'x')
    const first = hands.rows().first()
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
    await hands.key('F5')
    await hands.page.getByRole('button', { name: /^1 new/ }).waitFor()
    expect(await first.getAttribute('id')).toBe(before)
    await hands.key('i')
    await hands.row(/^New Person/).waitFor()
  })
})
