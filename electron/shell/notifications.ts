import type { Bridge, OpenedConversation } from '../../src/shared/bridge.ts'
import type { NotificationInput } from '../../src/shared/notification.ts'
import { success } from '../../src/shared/failure.ts'
import { systemLine } from '../../src/shared/text/system-text.ts'
import type { Log } from '../storage/log.ts'

/** What is used of Electron's Notification. */
export interface SystemNotification {
  on(event: 'click' | 'close' | 'failed', listener: () => void): unknown
  show(): void
  close(): void
}

export type NotificationClass = {
  new (options: { title: string; body: string; silent: boolean }): SystemNotification
  isSupported(): boolean
}

/** UTF-16 units: as much as the door lets in. */
const MAX_TITLE = 200
const MAX_BODY = 500
/** More than any system keeps in sight. Without a bound a broken page could fill this process. */
const MAX_SHOWN = 50

/** One notification a conversation, one for a summary of several. A new one takes the place of the one before. */
export function makeNotifications(options: {
  readonly Notification: NotificationClass
  readonly platform: string
  readonly open: (opened: OpenedConversation) => void
  readonly log: Log
}): Pick<Bridge, 'showNotification' | 'withdrawNotification'> {
  const { Notification, platform, log } = options
  /** Held as long as they stand: one that is collected by then does nothing when it is clicked. */
  const shown = new Map<string, SystemNotification>()

  function withdraw(key: string): void {
    const notification = shown.get(key)
    shown.delete(key)
    notification?.close()
  }

  function show({ title, body, isSilent, ...opened }: NotificationInput): void {
    const key = keyOf(opened)
    withdraw(key)
    const notification = new Notification({
      title: systemLine(title, MAX_TITLE),
      body: bodyFor(platform, body),
      silent: isSilent,
    })
    const release = (): void => {
      if (shown.get(key) === notification) shown.delete(key)
    }
    notification.on('click', () => {
      release()
      options.open(opened)
    })
    notification.on('close', release)
    notification.on('failed', () => {
      log('notification-failed')
      release()
    })
    shown.set(key, notification)
    const [oldest] = shown.keys()
    if (shown.size > MAX_SHOWN && oldest !== undefined) withdraw(oldest)
    notification.show()
  }

  return {
    showNotification: async (input) => {
      if (!Notification.isSupported()) return success(false)
      show(input)
      return success(true)
    },
    withdrawNotification: async (opened) => {
      withdraw(keyOf(opened))
      return success(null)
    },
  }
}

function keyOf({ workspaceId, conversationId }: OpenedConversation): string {
  return JSON.stringify([workspaceId, conversationId])
}

/** On Linux a notification's body is read as markup: a customer's words could draw a link of their own there. */
function bodyFor(platform: string, body: string): string {
  const plain = systemLine(body, MAX_BODY)
  if (platform !== 'linux') return plain
  return plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
