import { describe, expect, it } from 'vitest'
import { makeNotifications, type NotificationClass } from '../../../electron/shell/notifications.ts'
import type { OpenedConversation } from '../../../src/shared/bridge.ts'
import type { NotificationInput } from '../../../src/shared/notification.ts'

class Paper {
  readonly #listeners: { readonly event: string; readonly listener: () => void }[] = []
  readonly options: { readonly title: string; readonly body: string; readonly silent: boolean }

  constructor(options: { title: string; body: string; silent: boolean }) {
    this.options = options
  }

  on(event: string, listener: () => void): void {
    this.#listeners.push({ event, listener })
  }

  tell(event: string): void {
    for (const one of this.#listeners) if (one.event === event) one.listener()
  }

  show(): void {}
  close(): void {}
}

/** The system's desk: what lies on it, and what happens when somebody touches it. */
function setDesk() {
  const desk = { shown: [] as Paper[], isSupported: true }
  const Notification: NotificationClass = class extends Paper {
    static isSupported(): boolean {
      return desk.isSupported
    }
    override show(): void {
      desk.shown.push(this)
    }
    override close(): void {
      desk.shown.splice(desk.shown.indexOf(this), 1)
      this.tell('close')
    }
  }
  return { desk, Notification }
}

function begin(platform = 'darwin') {
  const { desk, Notification } = setDesk()
  const opened: OpenedConversation[] = []
  const logged: string[] = []
  const { showNotification, withdrawNotification } = makeNotifications({
    Notification,
    platform,
    open: (one) => opened.push(one),
    log: (event) => logged.push(event),
  })
  const show = (change: Partial<NotificationInput> = {}) =>
    showNotification({
      workspaceId: 'w',
      conversationId: 'c',
      title: 'John Smith',
      body: 'Can I come at 3?',
      isSilent: false,
      ...change,
    })
  return { desk, opened, logged, show, withdrawNotification }
}

describe('a notification', () => {
  it('shows what it is given', async () => {
    const { desk, show } = begin()
    expect(await show({ isSilent: true })).toEqual({ ok: true, value: true })
    expect(desk.shown.map((one) => one.options)).toEqual([
      { title: 'John Smith', body: 'Can I come at 3?', silent: true },
    ])
  })

  it('takes the place of the one before it about the same conversation, and of no other', async () => {
    const { desk, show } = begin()
    await show({ body: 'One' })
    await show({ conversationId: 'other', body: 'Other' })
    await show({ workspaceId: 'elsewhere', body: 'Elsewhere' })
    await show({ conversationId: null, body: 'Summary' })
    await show({ body: 'Two' })
    expect(desk.shown.map((one) => one.options.body)).toEqual(['Other', 'Elsewhere', 'Summary', 'Two'])
  })

  it('opens its conversation when it is clicked', async () => {
    const { desk, opened, show } = begin()
    await show()
    await show({ conversationId: null })
    for (const one of desk.shown) one.tell('click')
    expect(opened).toEqual([
      { workspaceId: 'w', conversationId: 'c' },
      { workspaceId: 'w', conversationId: null },
    ])
  })

  it('is withdrawn once, and only if it still stands', async () => {
    const { desk, show, withdrawNotification } = begin()
    await show()
    await show({ conversationId: 'other' })
    await withdrawNotification({ workspaceId: 'w', conversationId: 'c' })
    await withdrawNotification({ workspaceId: 'w', conversationId: 'c' })
    await withdrawNotification({ workspaceId: 'w', conversationId: 'nobody' })
    expect(desk.shown).toHaveLength(1)
  })

  it('that an older one’s late end is told of still stands', async () => {
    const { desk, show, withdrawNotification } = begin()
    await show({ body: 'One' })
    const [one] = desk.shown
    await show({ body: 'Two' })
    one?.tell('close')
    await withdrawNotification({ workspaceId: 'w', conversationId: 'c' })
    expect(desk.shown).toEqual([])
  })

  it('on a system that has none is answered with no, and nothing breaks', async () => {
    const { desk, show, withdrawNotification } = begin()
    desk.isSupported = false
    expect(await show()).toEqual({ ok: true, value: false })
    expect(await withdrawNotification({ workspaceId: 'w', conversationId: 'c' })).toEqual({ ok: true, value: null })
    expect(desk.shown).toEqual([])
  })

  it('that the system could not show is logged without its words', async () => {
    const { desk, logged, show } = begin()
    await show()
    desk.shown[0]?.tell('failed')
    expect(logged).toEqual(['notification-failed'])
  })

  it('is one of fifty at most: the oldest makes room', async () => {
    const { desk, show } = begin()
    for (let number = 1; number <= 60; number += 1) await show({ conversationId: `c${number}`, body: String(number) })
    expect(desk.shown).toHaveLength(50)
    expect(desk.shown[0]?.options.body).toBe('11')
  })
})

describe('the words of a notification', () => {
  const WORDS: readonly [string, string, string][] = [
    ['darwin', '<a href="http://x">R&D</a>', '<a href="http://x">R&D</a>'],
    ['win32', '<toast/>', '<toast/>'],
    // A Linux desktop would draw the link, or fetch the picture.
    ['linux', '<a href="http://x">R&D</a>', '&lt;a href="http://x"&gt;R&amp;D&lt;/a&gt;'],
    ['linux', '&lt;', '&amp;lt;'],
    ['darwin', 'one\r\ntwo\u2028three', 'one two three'],
    ['darwin', 'gpj.exe\u202e\u0000', 'gpj.exe'],
    ['darwin', '\u2067turned\u202b around', 'turned around'],
    ['linux', '<b>\u202e&\ud800', '&lt;b&gt;&amp;\ufffd'],
    ['linux', '<img src="http://x"/>', '&lt;img src="http://x"/&gt;'],
    ['darwin', 'שלום 👋🏽 ‏', 'שלום 👋🏽 ‏'.trim()],
  ]

  it.each(WORDS)('on %s %j is shown as %j', async (platform, body, shown) => {
    const { desk, show } = begin(platform)
    await show({ body })
    expect(desk.shown[0]?.options.body).toBe(shown)
  })

  it('in the title are text on every system: there nothing is markup', async () => {
    const { desk, show } = begin('linux')
    await show({ title: 'Smith & Sons\u0007' })
    expect(desk.shown[0]?.options.title).toBe('Smith & Sons')
  })
})
