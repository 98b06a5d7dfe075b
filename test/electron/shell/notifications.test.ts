import { describe, expect, it } from 'vitest'
import type { GivenAnswer } from '../../../electron/shell/notification-answers.ts'
import { makeNotifications } from '../../../electron/shell/notifications.ts'
import type { NotificationClass, SystemNotificationOptions } from '../../../electron/shell/system-notification.ts'
import type { OpenedConversation } from '../../../src/shared/bridge-events.ts'
import type { NotificationInput } from '../../../src/shared/notification.ts'

class FakeNotification {
  readonly #listeners: { readonly event: string; readonly listener: (...facts: unknown[]) => void }[] = []
  readonly options: SystemNotificationOptions
  readonly id?: string

  constructor(options: SystemNotificationOptions) {
    this.options = options
    if (options.id !== undefined) this.id = options.id
  }

  on(event: string, listener: (...facts: unknown[]) => void): void {
    this.#listeners.push({ event, listener })
  }

  emit(event: string, ...facts: unknown[]): void {
    for (const registered of this.#listeners) if (registered.event === event) registered.listener(...facts)
  }

  show(): void {}
  close(): void {}
}

const INPUT: NotificationInput = {
  ...{ workspaceId: 'w', conversationId: 'c', title: 'John Smith', body: 'Can I come at 3?', isSilent: false },
}
const ANSWERS = { noticeId: '1b@w', canReply: true, canResolve: true }

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

function begin(platform = 'darwin', abilities: Partial<NotificationClass> = {}) {
  const { centre, Notification } = makeCentre()
  Object.assign(Notification, abilities)
  const answered: GivenAnswer[] = []
  const lost: string[] = []
  let runDue = (): void => {}
  const opened: OpenedConversation[] = []
  const logged: string[] = []
  const { notifications, withdrawAll, takeOver } = makeNotifications({
    Notification,
    platform,
    open: (target) => opened.push(target),
    answer: (given) => answered.push(given),
    sayLost: (reply) => lost.push(reply),
    after: (_delayMs, run) => {
      runDue = run
    },
    log: (event) => logged.push(event),
  })
  const show = (change: Partial<NotificationInput> = {}) => notifications.showNotification({ ...INPUT, ...change })
  const test = () => notifications.testNotification(INPUT)
  return {
    ...{ centre, opened, answered, lost, logged, show, test, runDue: () => runDue() },
    ...{ withdrawAll, takeOver, ...notifications },
  }
}

describe('a notification', () => {
  it('shows its title and text', async () => {
    const { centre, show } = begin()
    expect(await show({ isSilent: true })).toEqual({ ok: true, value: true })
    expect(centre.shown.map(({ options }) => options)).toEqual([
      { title: 'John Smith', body: 'Can I come at 3?', silent: true, urgency: 'normal' },
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

describe('an answer in a notification', () => {
  it('is offered with a stable id on macOS, which keeps notifications after a restart', async () => {
    const { centre, show } = begin()
    await show({ answers: ANSWERS })
    expect(centre.shown[0]?.options).toMatchObject({
      ...{ id: '1b@w', hasReply: true, replyPlaceholder: 'Reply' },
      actions: [{ type: 'button', text: 'Resolve' }],
    })
  })

  it('is not offered where it has no use', async () => {
    const { centre, show } = begin('win32')
    await show({ answers: { ...ANSWERS, canReply: false, canResolve: false } })
    expect(Object.keys(centre.shown[0]?.options ?? {})).toEqual(['title', 'body', 'silent', 'urgency'])
  })

  // Newer runtimes put the text into the event.
  it.each([[[{ reply: 'At 3' }, 'At 3']], [[{}, 'At 3']], [[{ reply: 'At 3' }]]])(
    'gives the reply, reported as %j',
    async (facts) => {
      const { centre, answered, show } = begin()
      await show({ answers: ANSWERS })
      centre.shown[0]?.emit('reply', ...facts)
      expect(answered).toEqual([{ noticeId: '1b@w', kind: 'reply', text: 'At 3' }])
    },
  )

  it('resolves', async () => {
    const { centre, answered, show } = begin()
    await show({ answers: ANSWERS })
    centre.shown[0]?.emit('action', {}, 0)
    expect(answered).toEqual([{ noticeId: '1b@w', kind: 'resolve' }])
  })

  const CLICKED: readonly [string, Partial<NotificationClass>, boolean][] = [
    ['darwin', {}, false],
    ['win32', { handleActivation: () => {} }, false],
    // An Electron whose Windows notifications take no replies.
    ['win32', {}, true],
    ['linux', {}, true],
  ]

  it.each(CLICKED)('on %s %j, a click asks for the reply field: %s', async (platform, abilities, isForReply) => {
    const { centre, opened, show, readNotificationAbilities } = begin(platform, abilities)
    await show({ answers: ANSWERS })
    centre.shown[0]?.emit('click')
    expect(opened).toEqual([{ workspaceId: 'w', conversationId: 'c', ...(isForReply && { isForReply }) }])
    expect(await readNotificationAbilities({})).toMatchObject({ value: { canAnswer: !isForReply } })
  })

  it('still counts when Windows has moved the notification to its list', async () => {
    const { centre, answered, show, withdrawNotification } = begin('win32')
    await show({ answers: ANSWERS })
    centre.shown[0]?.emit('close', { reason: 'timedOut' })
    centre.shown[0]?.emit('reply', { reply: 'Yes' })
    expect(answered).toHaveLength(1)
    await show({ answers: ANSWERS })
    centre.shown[1]?.emit('close', { reason: 'timedOut' })
    await withdrawNotification({ workspaceId: 'w', conversationId: 'c' })
    expect(centre.shown).toHaveLength(1)
  })

  it('to a notification of an earlier start names it', async () => {
    const old = ['1b@w', 'foreign', undefined].map(
      (id) =>
        new FakeNotification({
          ...(id !== undefined && { id }),
          title: '',
          body: '',
          silent: false,
          urgency: 'normal',
        }),
    )
    const { answered, takeOver } = begin('darwin', { getHistory: () => Promise.resolve(old) })
    await takeOver()
    for (const notification of old) {
      notification.emit('reply', { reply: 'Late' })
      notification.emit('click')
    }
    expect(answered).toEqual([
      { noticeId: '1b@w', kind: 'reply', text: 'Late' },
      { noticeId: '1b@w', kind: 'open' },
    ])
  })

  it('to a notification of an earlier start is said to be lost on Windows, which does not name it', async () => {
    let activate = (_details: { readonly type: string; readonly reply?: string }): void => {}
    const handleActivation = (listener: typeof activate): void => {
      activate = listener
    }
    const { centre, answered, lost, show, takeOver, runDue } = begin('win32', { handleActivation })
    await takeOver()
    await show({ answers: ANSWERS })
    // One reply to a notification of this start is reported on both ways.
    activate({ type: 'reply', reply: 'Yes' })
    centre.shown[0]?.emit('reply', { reply: 'Yes' })
    runDue()
    expect({ answered, lost }).toEqual({ answered: [{ noticeId: '1b@w', kind: 'reply', text: 'Yes' }], lost: [] })
    activate({ type: 'reply', reply: 'Yes' })
    runDue()
    activate({ type: 'click' })
    expect(lost).toEqual(['Yes'])
  })

  it('is not looked for where the system keeps no history', async () => {
    const { answered, takeOver } = begin('linux')
    await takeOver()
    expect(answered).toEqual([])
  })
})

describe('a test notification', () => {
  it.each([
    ['show', 'shown', false],
    ['failed', 'refused', true],
  ])('tells what the system says: %s', async (event, value, isRefused) => {
    const { centre, test, readNotificationAbilities } = begin()
    const outcome = test()
    centre.shown[0]?.emit(event)
    expect(await outcome).toEqual({ ok: true, value })
    expect(await readNotificationAbilities({})).toMatchObject({ value: { isRefused } })
  })

  it('does not wait forever for a system that says nothing', async () => {
    const { test, runDue } = begin()
    const outcome = test()
    runDue()
    expect(await outcome).toEqual({ ok: true, value: 'silence' })
  })

  it('is not sent where notifications are not supported', async () => {
    const { centre, test } = begin()
    centre.isSupported = false
    expect(await test()).toEqual({ ok: true, value: 'unsupported' })
    expect(centre.shown).toEqual([])
  })
})
