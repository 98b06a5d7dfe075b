import { randomUUID } from 'node:crypto'
import { success } from '../../src/shared/failure.ts'
import {
  MAX_REPLY_UNITS,
  type NotificationAnswer,
  type NotificationBridge,
  workspaceOfNotice,
} from '../../src/shared/notification.ts'
import type { KeptReplies } from '../op-backup/kept-replies.ts'
import type { Log } from '../storage/log.ts'

/** More than a user gives while no page takes them. Without a limit, a broken system could use up the memory of this process. */
const MAX_WAITING = 100

export type GivenAnswer = Pick<NotificationAnswer, 'noticeId' | 'kind'> & { readonly text?: string }

export interface NotificationAnswers {
  readonly bridge: Pick<NotificationBridge, 'takeNotificationAnswers' | 'endNotificationAnswer'>
  /** The user answered in a notification. A report of the same answer, while the first one waits, is ignored. */
  add(given: GivenAnswer): void
}

/**
 * Keeps what the user did in notifications until the page has stored it: the page may be reloading, locked or gone when it happens. Replies are
 * also in `kept`, sealed, so that a quit or a crash loses none.
 */
export function makeNotificationAnswers(options: {
  readonly isLocked: () => boolean
  readonly kept: Pick<KeptReplies, 'read' | 'keep' | 'end'>
  /** Tells the page that there is something, and opens a window if there is none. */
  readonly tellPage: () => void
  /** Tells the user that nothing was done, because the app is locked. */
  readonly sayLocked: (kind: 'reply' | 'resolve') => void
  readonly log: Log
}): NotificationAnswers {
  const { isLocked, kept, log } = options
  let waiting: readonly NotificationAnswer[] = []

  return {
    add({ noticeId, kind, text = '' }) {
      const cut = text.slice(0, MAX_REPLY_UNITS)
      const isKnown = waiting.some((one) => one.noticeId === noticeId && one.kind === kind && one.text === cut)
      if (workspaceOfNotice(noticeId) === null || isKnown) return
      if (waiting.length >= MAX_WAITING) return log('notification-answers-full')
      const wasLocked = isLocked()
      const answer = { answerId: randomUUID(), noticeId, kind, text: cut, wasLocked }
      waiting = [...waiting, answer]
      if (kind === 'reply') kept.keep(answer)
      if (!wasLocked) options.tellPage()
      else if (kind !== 'open') options.sayLocked(kind)
    },
    bridge: {
      takeNotificationAnswers: async ({ workspaceId }) => {
        const isKnown = new Set(waiting.map(({ answerId }) => answerId))
        const earlier = kept.read(workspaceId).filter(({ answerId }) => !isKnown.has(answerId))
        const now = waiting.filter(({ noticeId }) => workspaceOfNotice(noticeId) === workspaceId)
        return success([...earlier, ...now])
      },
      endNotificationAnswer: async ({ answerId }) => {
        waiting = waiting.filter((answer) => answer.answerId !== answerId)
        kept.end(answerId)
        return success(null)
      },
    },
  }
}
