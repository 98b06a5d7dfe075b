import type { Bridge } from '../../src/shared/bridge.ts'
import type { OpenedConversation } from '../../src/shared/bridge-events.ts'
import type { NotificationInput } from '../../src/shared/notification.ts'
import { success } from '../../src/shared/failure.ts'
import { systemLine } from '../../src/shared/text/system-text.ts'
import type { Log } from '../storage/log.ts'

/** The part of Electron's Notification that the app uses. */
export interface SystemNotification {
  on(event: 'click' | 'close' | 'failed', listener: () => void): unknown
  show(): void
  close(): void
}

export type NotificationClass = {
  new (options: { title: string; body: string; silent: boolean }): SystemNotification
  isSupported(): boolean
}

/** UTF-16 units; the same limits as in door.ts. */
const MAX_TITLE = 200
const MAX_BODY = 500
/** More than any system shows. Without a limit, a broken page could use up the memory of this process. */
const MAX_SHOWN = 50

/** Shows one notification for each conversation and one for a summary. A new one replaces the previous one. */
export function makeNotifications(options: {
  readonly Notification: NotificationClass
  readonly platform: string
  readonly open: (target: OpenedConversation) => void
  readonly log: Log
}): {
  readonly notifications: Pick<Bridge, 'showNotification' | 'withdrawNotification'>
  readonly withdrawAll: () => void
} {
  const { Notification, platform, log } = options
  /** Keeps a reference to each shown notification: a garbage-collected one does not react to a click. */
  const shown = new Map<string, SystemNotification>()

  function withdraw(key: string): void {
    const notification = shown.get(key)
    shown.delete(key)
    notification?.close()
  }

  function show({ title, body, isSilent, ...target }: NotificationInput): void {
    const key = keyOf(target)
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
      options.open(target)
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
    },
    withdrawAll() {
      for (const key of [...shown.keys()]) withdraw(key)
    },
  }
}

function keyOf({ workspaceId, conversationId }: OpenedConversation): string {
  return JSON.stringify([workspaceId, conversationId])
}

/** Escapes markup on Linux, where notification bodies support it: a customer's message could contain a link. */
function bodyFor(platform: string, body: string): string {
  const plain = systemLine(body, MAX_BODY)
  if (platform !== 'linux') return plain
  return plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
