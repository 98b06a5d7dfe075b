import type { OpenedConversation } from '../../src/shared/bridge-events.ts'
import {
  type NotificationAbilities,
  type NotificationBridge,
  type NotificationInput,
  type TestOutcome,
  workspaceOfNotice,
} from '../../src/shared/notification.ts'
import { success } from '../../src/shared/failure.ts'
import { systemLine } from '../../src/shared/text/system-text.ts'
import type { Log } from '../storage/log.ts'
import { text } from '../strings/text.ts'
import type { GivenAnswer } from './notification-answers.ts'
import {
  canTakeAnswers,
  fieldOf,
  type NotificationClass,
  type SystemNotification,
  systemOf,
} from './system-notification.ts'

/** UTF-16 units; the same limits as in door.ts. */
const MAX_TITLE = 200
const MAX_BODY = 500
/** More than any system shows. Without a limit, a broken page could use up the memory of this process. */
const MAX_SHOWN = 50
/** How long an answer may take from one event to the other, ms. Both come from one message of Windows. */
const ACTIVATION_MS = 1_000
/** How long a test waits for the system, ms. */
const TEST_LIMIT_MS = 3_000

type Options = {
  readonly Notification: NotificationClass
  readonly platform: string
  readonly open: (target: OpenedConversation) => void
  readonly answer: (given: GivenAnswer) => void
  /** A reply to a notification of an earlier start. Windows does not say to which, so it cannot be sent. */
  readonly sayLost: (reply: string) => void
  readonly after: (delayMs: number, run: () => void) => void
  readonly log: Log
}

type Shown = { readonly notification: SystemNotification; readonly outcome: Promise<'shown' | 'refused'> }

/** Shows one notification for each conversation and one for a summary. A new one replaces the previous one. */
export function makeNotifications(options: Options): {
  readonly notifications: Pick<
    NotificationBridge,
    'showNotification' | 'withdrawNotification' | 'testNotification' | 'readNotificationAbilities'
  >
  readonly withdrawAll: () => void
  /** Listens to the notifications of an earlier start that the system still shows. */
  readonly takeOver: () => Promise<void>
} {
  const { Notification, platform, log } = options
  const canAnswer = canTakeAnswers(Notification, platform)
  /** Keeps a reference to each shown notification: a garbage-collected one does not react to a click. */
  const shown = new Map<string, SystemNotification>()
  let isRefused = false
  /** Replies that a notification of this start has reported. */
  let heard: readonly string[] = []

  function withdraw(key: string): void {
    const notification = shown.get(key)
    shown.delete(key)
    notification?.close()
  }

  function show(input: NotificationInput): Shown {
    const { workspaceId, conversationId, answers } = input
    const key = keyOf(input)
    withdraw(key)
    const notification = new Notification(systemOptions(input, platform))
    const release = (): void => {
      if (shown.get(key) === notification) shown.delete(key)
    }
    notification.on('click', () => {
      release()
      const isForReply = !canAnswer && answers?.canReply === true
      options.open({ workspaceId, conversationId, ...(isForReply && { isForReply }) })
    })
    notification.on('close', (details) => {
      // Windows moves it to its list, from which it can still be clicked, answered and withdrawn.
      if (reasonOf(details) !== 'timedOut') release()
    })
    if (answers !== undefined) listen(notification, answers.noticeId, release)
    const outcome = new Promise<'shown' | 'refused'>((resolve) => {
      notification.on('show', () => {
        isRefused = false
        resolve('shown')
      })
      notification.on('failed', () => {
        log('notification-failed')
        isRefused = true
        release()
        resolve('refused')
      })
    })
    shown.set(key, notification)
    const [oldest] = shown.keys()
    if (shown.size > MAX_SHOWN && oldest !== undefined) withdraw(oldest)
    notification.show()
    return { notification, outcome }
  }

  function listen(notification: SystemNotification, noticeId: string, done: () => void): void {
    notification.on('reply', (details, reply) => {
      done()
      const typed = fieldOf(details, 'reply', reply)
      heard = [...heard, typed].slice(-MAX_SHOWN)
      options.answer({ noticeId, kind: 'reply', text: typed })
    })
    notification.on('action', () => {
      done()
      options.answer({ noticeId, kind: 'resolve' })
    })
  }

  async function test(input: NotificationInput): Promise<TestOutcome> {
    if (!Notification.isSupported()) return 'unsupported'
    const silence = new Promise<TestOutcome>((resolve) => options.after(TEST_LIMIT_MS, () => resolve('silence')))
    return Promise.race([show(input).outcome, silence])
  }

  function noteActivation(type: string, reply: string): void {
    if (type !== 'reply') return
    options.after(ACTIVATION_MS, () => {
      const index = heard.indexOf(reply)
      if (index === -1) options.sayLost(reply)
      else heard = heard.filter((_, other) => other !== index)
    })
  }

  const abilities = (): NotificationAbilities => ({
    ...{ system: systemOf(platform), isSupported: Notification.isSupported(), isRefused, canAnswer },
  })

  return {
    notifications: {
      showNotification: async (input) => {
        if (!Notification.isSupported()) return success(false)
        show(input)
        return success(true)
      },
      withdrawNotification: async (target) => {
        withdraw(keyOf(target))
        return success(null)
      },
      testNotification: async (input) => success(await test(input)),
      readNotificationAbilities: async () => success(abilities()),
    },
    withdrawAll() {
      for (const key of [...shown.keys()]) withdraw(key)
    },
    async takeOver() {
      Notification.handleActivation?.(({ type, reply = '' }) => noteActivation(type, reply))
      for (const notification of (await Notification.getHistory?.()) ?? []) {
        const noticeId = notification.id ?? ''
        if (workspaceOfNotice(noticeId) === null) continue
        shown.set(noticeId, notification)
        listen(notification, noticeId, () => shown.delete(noticeId))
        notification.on('click', () => {
          shown.delete(noticeId)
          options.answer({ noticeId, kind: 'open' })
        })
      }
    },
  }
}

/** A system ignores what it does not have. */
function systemOptions({ title, body, isSilent, answers }: NotificationInput, platform: string) {
  return {
    title: systemLine(title, MAX_TITLE),
    body: bodyFor(platform, body),
    silent: isSilent,
    // Higher urgency would be shown in spite of "do not disturb".
    urgency: 'normal' as const,
    // By default, Windows would get a random tag, and macOS could not tell after a restart which one was answered.
    ...(platform === 'darwin' && answers !== undefined && { id: answers.noticeId }),
    ...(answers?.canReply === true && { hasReply: true, replyPlaceholder: text('notification.reply') }),
    ...(answers?.canResolve === true && {
      actions: [{ type: 'button' as const, text: text('notification.resolve') }],
    }),
  }
}

function keyOf({ workspaceId, conversationId }: OpenedConversation): string {
  return JSON.stringify([workspaceId, conversationId])
}

function reasonOf(details: unknown): string {
  return fieldOf(details, 'reason')
}

/** Escapes markup on Linux, where notification bodies support it: a customer's message could contain a link. */
function bodyFor(platform: string, body: string): string {
  const plain = systemLine(body, MAX_BODY)
  if (platform !== 'linux') return plain
  return plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
