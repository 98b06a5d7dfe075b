import { app, Notification } from 'electron'
import { systemLine } from '../../src/shared/text/system-text.ts'
import type { KeptReplies } from '../op-backup/kept-replies.ts'
import { sendNotificationAnswer, sendOpenConversation } from '../ipc.ts'
import type { Log } from '../storage/log.ts'
import { text } from '../strings/text.ts'
import type { OnlyWindow } from '../window.ts'
import { makeBadge } from './badge/badge.ts'
import { makeBadgePlaces } from './badge/badge-places.ts'
import { makeNotificationAnswers } from './notification-answers.ts'
import { makeNotifications } from './notifications.ts'
import type { NotificationClass } from './system-notification.ts'

/** UTF-16 units. About as much as Windows shows. */
const MAX_LOST_REPLY = 300

/** What the app shows outside its window: notifications and the badge. */
export function makeDesktopAlerts(parts: {
  readonly window: OnlyWindow
  readonly replies: KeptReplies
  readonly isLocked: () => boolean
  readonly log: Log
}) {
  const { window, replies, isLocked, log } = parts
  const { platform } = process
  const answers = makeNotificationAnswers({
    isLocked,
    kept: replies,
    tellPage() {
      // A new page asks for the answers when it starts.
      if (window.current() === null) window.show()
      else sendNotificationAnswer(window.current()?.webContents)
    },
    // It has no text of a customer or of the user.
    sayLocked(kind) {
      const words =
        kind === 'reply'
          ? { title: text('notification.replyNotSent'), body: text('notification.replyLockedHint') }
          : { title: text('notification.resolveLocked'), body: text('notification.resolveLockedHint') }
      new Notification(words).show()
    },
    log,
  })
  const { notifications, withdrawAll, takeOver } = makeNotifications({
    // Its events have a type for each name, which no common listener fits.
    Notification: Notification as unknown as NotificationClass,
    platform,
    log,
    answer: (given) => answers.add(given),
    sayLost(reply) {
      // Nothing that was typed is shown while the app is locked.
      const typed = isLocked() ? '' : systemLine(reply, MAX_LOST_REPLY)
      const body = [text('notification.replyLost'), ...(typed === '' ? [] : [typed])].join('\n')
      new Notification({ title: text('notification.replyNotSent'), body }).show()
    },
    after: (delayMs, run) => void setTimeout(run, delayMs),
    open(opened) {
      window.show()
      sendOpenConversation(window.current()?.webContents, opened)
    },
  })
  // Afterwards nothing would hear a click.
  app.on('will-quit', withdrawAll)
  void takeOver().catch(() => log('notification-history-unreadable'))
  const places = makeBadgePlaces(() => window.current())
  return { notifications: { ...notifications, ...answers.bridge }, withdrawAll, badge: makeBadge(platform, places) }
}
