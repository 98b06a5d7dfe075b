import type { Database } from '../db/database.ts'
import { type NewMessage, type NoticeFacts, readNoticeFacts, readSpeakers } from '../db/notices.ts'
import { addShownNotices, type ShownNotice } from '../db/shown-notices.ts'
import { isOpenStatus } from '../db/views.ts'
import type { Bridge } from '../shared/bridge.ts'
import { makeNoticeId } from '../shared/notification.ts'
import {
  decideChanged,
  decideEnd,
  decideNew,
  decideQuietEnd,
  decideSeen,
  type Decision,
  isSettled,
  relevantMessages,
  type UserFocus,
  NO_NOTIFICATIONS,
} from './decide.ts'
import { prepareNames } from '../words/shown-name.ts'
import type { Notice } from './notice.ts'
import { isQuiet, type WallTime } from './quiet-hours.ts'
import type { NotificationSettings } from './settings.ts'

export type Notifier = {
  /** Sync has read new messages from customers. */
  readonly found: (received: readonly NewMessage[]) => Promise<void>
  /** The conversation is on screen and the window has the focus. */
  readonly seen: (conversationId: string) => void
  /** A write has changed these conversations. */
  readonly changed: (ids: ReadonlySet<string>) => Promise<void>
  /** Shows what quiet hours held back, if they are over. Called every now and then. */
  readonly checkTime: () => Promise<void>
  /** Shows why something that the user did in a notification had no effect, until the conversation is on screen. */
  readonly sayProblem: (notice: Notice) => void
  readonly stop: () => void
}

/** Shows and withdraws notifications as `decide.ts` decides. */
export function makeNotifier(options: {
  readonly db: Database
  readonly bridge: Pick<Bridge, 'showNotification' | 'withdrawNotification'>
  readonly workspaceId: string
  readonly now: () => number
  readonly wallTime: () => WallTime
  readonly readFocus: () => UserFocus
  readonly readSettings: () => NotificationSettings
}): Notifier {
  const { db, bridge, workspaceId, now } = options
  let shown = NO_NOTIFICATIONS
  /** Messages that came in quiet hours, the newest of each conversation. */
  let held: ReadonlyMap<string, NewMessage> = new Map()
  const problems = new Set<string | null>()
  let isStopped = false

  function withdraw(conversationId: string | null): void {
    void bridge.withdrawNotification({ workspaceId, conversationId })
  }

  function isQuietNow(): boolean {
    return isQuiet(options.readSettings().quietHours, options.wallTime())
  }

  /** `facts`: of the conversations that get a notification of their own. */
  function apply(decision: Decision, facts: readonly NoticeFacts[] = []): void {
    shown = decision.shown
    for (const conversationId of decision.withdraw) withdraw(conversationId)
    const notices: ShownNotice[] = []
    for (const notice of decision.show) {
      const known = facts.find(({ conversationId }) => conversationId === notice.conversationId)
      const own = known === undefined ? null : answerable(known, workspaceId)
      if (own !== null) notices.push(own.notice)
      void bridge.showNotification({ workspaceId, ...notice, ...(own !== null && { answers: own.answers }) })
    }
    if (notices.length > 0) void addShownNotices(db, notices)
  }

  async function leftOf(messages: readonly NewMessage[]): Promise<readonly NewMessage[]> {
    const facts = await readNoticeFacts(
      db,
      messages.map(({ conversationId }) => conversationId),
    )
    const settled = new Set(facts.filter(isSettled).map(({ conversationId }) => conversationId))
    return messages.filter(({ conversationId }) => !settled.has(conversationId))
  }

  return {
    async found(received) {
      if (received.length === 0) return
      const ids = received.map(({ conversationId }) => conversationId)
      const [senders, facts] = await Promise.all([readSpeakers(db, received), readNoticeFacts(db, ids)])
      await prepareNames([...senders.values()].map(({ name }) => name))
      // The focus is read after the await: the user may have opened the conversation meanwhile.
      if (isStopped) return
      const [focus, settings] = [options.readFocus(), options.readSettings()]
      const news = { shown, received, senders, focus, settings, now: now() }
      if (!isQuietNow()) return apply(decideNew(news), facts)
      held = new Map([...held, ...relevantMessages(news).map((message) => [message.conversationId, message] as const)])
    },
    seen(conversationId) {
      apply(decideSeen(shown, conversationId))
      if (problems.delete(conversationId)) withdraw(conversationId)
    },
    sayProblem(notice) {
      problems.add(notice.conversationId)
      void bridge.showNotification({ workspaceId, ...notice })
    },
    async changed(ids) {
      const concerned = [...ids].filter((id) => shown.messages.has(id))
      if (concerned.length === 0) return
      const facts = await readNoticeFacts(db, concerned)
      if (!isStopped) apply(decideChanged(shown, facts))
    },
    async checkTime() {
      if (held.size === 0 || isQuietNow()) return
      const messages = [...held.values()]
      held = new Map()
      const left = await leftOf(messages)
      if (!isStopped) apply(decideQuietEnd(shown, left, options.readSettings(), now()))
    },
    stop() {
      isStopped = true
      apply(decideEnd(shown))
      for (const conversationId of problems) withdraw(conversationId)
    },
  }
}

/** What a notification offers, and what is stored to understand an answer. */
function answerable({ conversationId, channel, status, lastMessage }: NoticeFacts, workspaceId: string) {
  const noticeId = makeNoticeId(workspaceId, crypto.randomUUID())
  const notice: ShownNotice = {
    noticeId,
    conversationId,
    seenMessageId: lastMessage?.id ?? null,
    ...(lastMessage?.sentAt != null && { seenSentAt: lastMessage.sentAt }),
  }
  // A call cannot be answered in writing.
  return { notice, answers: { noticeId, canReply: channel !== 'voice', canResolve: isOpenStatus(status) } }
}
