import type { Database } from '../db/database.ts'
import { readSpeakers, type NewMessage } from '../db/notices.ts'
import type { Bridge } from '../shared/bridge.ts'
import { decideEnd, decideNew, decideSeen, type Decision, type UserFocus, NO_NOTIFICATIONS } from './decide.ts'
import type { NotificationSettings } from './settings.ts'

export type Notifier = {
  /** Sync has read new messages from customers. */
  readonly found: (received: readonly NewMessage[]) => Promise<void>
  /** The conversation is on screen and the window has the focus. */
  readonly seen: (conversationId: string) => void
  readonly stop: () => void
}

/** Shows and withdraws notifications as `decide.ts` decides. */
export function makeNotifier(options: {
  readonly db: Database
  readonly bridge: Pick<Bridge, 'showNotification' | 'withdrawNotification'>
  readonly workspaceId: string
  readonly now: () => number
  readonly readFocus: () => UserFocus
  readonly readSettings: () => NotificationSettings
}): Notifier {
  const { db, bridge, workspaceId, now } = options
  let shown = NO_NOTIFICATIONS
  let isStopped = false

  function apply(decision: Decision): void {
    shown = decision.shown
    for (const conversationId of decision.withdraw) void bridge.withdrawNotification({ workspaceId, conversationId })
    for (const notice of decision.show) void bridge.showNotification({ workspaceId, ...notice })
  }

  return {
    async found(received) {
      if (received.length === 0) return
      const senders = await readSpeakers(db, received)
      // The focus is read after the await: the user may have opened the conversation meanwhile.
      if (isStopped) return
      const [focus, settings] = [options.readFocus(), options.readSettings()]
      apply(decideNew({ shown, received, senders, focus, settings, now: now() }))
    },
    seen: (conversationId) => apply(decideSeen(shown, conversationId)),
    stop() {
      isStopped = true
      apply(decideEnd(shown))
    },
  }
}
