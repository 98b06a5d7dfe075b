import type { Database } from '../db/database.ts'
import { readSpeakers } from '../db/notices.ts'
import type { Bridge } from '../shared/bridge.ts'
import {
  decideEnd,
  decideFound,
  decideSeen,
  type Decision,
  type NewMessage,
  type UserFocus,
  NO_NOTIFICATIONS,
} from './decide.ts'
import type { NotificationSettings } from './settings.ts'

export type Notifier = {
  /** New words of customers', from sync. */
  readonly found: (found: readonly NewMessage[]) => Promise<void>
  /** The conversation is in front of the person. */
  readonly seen: (conversationId: string) => void
  readonly stop: () => void
}

/** Calls the person as decide.ts says, and remembers what stands. */
export function makeNotifier(options: {
  readonly db: Database
  readonly bridge: Pick<Bridge, 'showNotification' | 'withdrawNotification'>
  readonly workspaceId: string
  readonly now: () => number
  readonly look: () => UserFocus
  readonly readSettings: () => NotificationSettings
}): Notifier {
  const { db, bridge, workspaceId, now } = options
  let standing = NO_NOTIFICATIONS
  let isStopped = false

  function carryOut(decision: Decision): void {
    standing = decision.standing
    for (const conversationId of decision.withdraw) void bridge.withdrawNotification({ workspaceId, conversationId })
    for (const notice of decision.show) void bridge.showNotification({ workspaceId, ...notice })
  }

  return {
    async found(found) {
      if (found.length === 0) return
      const known = await readSpeakers(db, found)
      // Asked after the read: the person may have turned to the conversation meanwhile.
      if (isStopped) return
      const [looking, settings] = [options.look(), options.readSettings()]
      carryOut(decideFound({ standing, found, known, looking, settings, now: now() }))
    },
    seen: (conversationId) => carryOut(decideSeen(standing, conversationId)),
    stop() {
      isStopped = true
      carryOut(decideEnd(standing))
    },
  }
}
