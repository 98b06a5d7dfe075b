import { describe, expect, it } from 'vitest'
import { makeNotifications, type NotificationClass } from '../../../electron/shell/notifications.ts'
import type { OpenedConversation } from '../../../src/shared/bridge-events.ts'
import type { NotificationInput } from '../../../src/shared/notification.ts'

class FakeNotification {
  readonly #listeners: { readonly event: string; readonly listener: () => void }[] = []
  readonly options: { readonly title: string; readonly body: string; readonly silent: boolean }

  constructor(options: { title: string; body: string; silent: boolean }) {
    this.options = options
  }

  on(event: string, listener: () => void): void {
    this.#listeners.push({ event, listener })
  }

  emit(event: string): void {
    for (const registered of this.#listeners) if (registered.event === event) registered.listener()
  }

  show(): void {}
  close(): void {}
}

/** A fake of the system's notification centre. */
function makeCentre() {
  const centre = { shown: [] as FakeNotification[], isSupported: true }
  const Notification: NotificationClass = class extends FakeNotification {
    static isSupported(): boolean {
      return centre.isSupported
    }
    override show(): void {
      centre.shown.push(this)
    }
    override close(): void {
      centre.shown.splice(centre.shown.indexOf(this), 1)
      this.emit('close')
    }
  }
  return { centre, Notification }
}

function begin(platform = 'darwin') {
  const { centre, Notification } = makeCentre()
  const opened: OpenedConversation[] = []
  const logged: string[] = []
  const { notifications, withdrawAll } = makeNotifications({
    Notification,
    platform,
    open: (target) => opened.push(target),
    log: (event) => logged.push(event),
  })
  const show = (change: Partial<NotificationInput> = {}) =>
    notifications.showNotification({
      workspaceId: 'w',
      conversationId: 'c',
      title: 'John Smith',
      body: 'Can I come at 3?',
      isSilent: false,
      ...change,
    })
  return { centre, opened, logged, show, withdrawAll, ...notifications }
}

describe('a notification', () => {
  it('shows its title and text', async () => {
    const { centre, show } = begin()
    expect(await show({ isSilent: true })).toEqual({ ok: true, value: true })
    expect(centre.shown.map(({ options }) => options)).toEqual([
      { title: 'John Smith', body: 'Can I come at 3?', silent: true },
    ])
  })

  it('replaces only the previous one of the same conversation', async () => {
    const { centre, show } = begin()
    await show({ body: 'One' })
    await show({ conversationId: 'other', body: 'Other' })
    await show({ workspaceId: 'elsewhere', body: 'Elsewhere' })
    await show({ conversationId: null, body: 'Summary' })
    await show({ body: 'Two' })
    expect(centre.shown.map(({ options }) => options.body)).toEqual(['Other', 'Elsewhere', 'Summary', 'Two'])
  })

  it('opens its conversation when it is clicked', async () => {
    const { centre, opened, show } = begin()
    await show()
    await show({ conversationId: null })
    for (const notification of centre.shown) notification.emit('click')
    expect(opened).toEqual([
      { workspaceId: 'w', conversationId: 'c' },
      { workspaceId: 'w', conversationId: null },
    ])
  })

  it('is withdrawn only if it is still shown', async () => {
    const { centre, show, withdrawNotification } = begin()
    await show()
    await show({ conversationId: 'other' })
    await withdrawNotification({ workspaceId: 'w', conversationId: 'c' })
    await withdrawNotification({ workspaceId: 'w', conversationId: 'c' })
    await withdrawNotification({ workspaceId: 'w', conversationId: 'unknown' })
    expect(centre.shown).toHaveLength(1)
  })

  it('is withdrawn with all others when the app locks', async () => {
    const { centre, show, withdrawAll } = begin()
    await show()
    await show({ conversationId: null })
    withdrawAll()
    expect(centre.shown).toEqual([])
    await show({ body: 'Later' })
    expect(centre.shown.map(({ options }) => options.body)).toEqual(['Later'])
  })

  it('stays withdrawable when an older one closes late', async () => {
    const { centre, show, withdrawNotification } = begin()
    await show({ body: 'One' })
    const [first] = centre.shown
    await show({ body: 'Two' })
    first?.emit('close')
    await withdrawNotification({ workspaceId: 'w', conversationId: 'c' })
    expect(centre.shown).toEqual([])
  })

  it('gives false on a system without notifications', async () => {
    const { centre, show, withdrawNotification } = begin()
    centre.isSupported = false
    expect(await show()).toEqual({ ok: true, value: false })
    expect(await withdrawNotification({ workspaceId: 'w', conversationId: 'c' })).toEqual({ ok: true, value: null })
    expect(centre.shown).toEqual([])
  })

  it('is logged without its text when the system cannot show it', async () => {
    const { centre, logged, show } = begin()
    await show()
    centre.shown[0]?.emit('failed')
    expect(logged).toEqual(['notification-failed'])
  })

  it('closes the oldest when fifty are shown', async () => {
    const { centre, show } = begin()
    for (let number = 1; number <= 60; number += 1) await show({ conversationId: `c${number}`, body: String(number) })
    expect(centre.shown).toHaveLength(50)
    expect(centre.shown[0]?.options.body).toBe('11')
  })
})

describe('the text of a notification', () => {
  const TEXTS: readonly [string, string, string][] = [
    ['darwin', '<a href="http://x">R&D</a>', '<a href="http://x">R&D</a>'],
    ['win32', '<toast/>', '<toast/>'],
    // A Linux desktop would show the link or load the image.
    ['linux', '<a href="http://x">R&D</a>', '&lt;a href="http://x"&gt;R&amp;D&lt;/a&gt;'],
    ['linux', '&lt;', '&amp;lt;'],
    ['darwin', 'one\r\ntwo\u2028three', 'one two three'],
    ['darwin', 'gpj.exe\u202e\u0000', 'gpj.exe'],
    ['darwin', '\u2067turned\u202b around', 'turned around'],
    ['linux', '<b>\u202e&\ud800', '&lt;b&gt;&amp;\ufffd'],
    ['linux', '<img src="http://x"/>', '&lt;img src="http://x"/&gt;'],
    ['darwin', 'שלום 👋🏽 ‏', 'שלום 👋🏽 ‏'.trim()],
  ]

  it.each(TEXTS)('on %s %j is shown as %j', async (platform, body, shown) => {
    const { centre, show } = begin(platform)
    await show({ body })
    expect(centre.shown[0]?.options.body).toBe(shown)
  })

  it('is not escaped in the title, which is never markup', async () => {
    const { centre, show } = begin('linux')
    await show({ title: 'Smith & Sons\u0007' })
    expect(centre.shown[0]?.options.title).toBe('Smith & Sons')
  })
})
