import { Notification } from 'electron'
import { sendOpenConversation } from '../ipc.ts'
import type { Log } from '../storage/log.ts'
import type { OnlyWindow } from '../window.ts'
import { makeBadge } from './badge/badge.ts'
import { makeBadgePlaces } from './badge/badge-places.ts'
import { makeNotifications } from './notifications.ts'

/** What the app shows outside its window: notifications and the badge. */
export function makeDesktopAlerts(window: OnlyWindow, log: Log) {
  const { platform } = process
  const { notifications, withdrawAll } = makeNotifications({
    Notification,
    platform,
    log,
    open(opened) {
      window.show()
      sendOpenConversation(window.current()?.webContents, opened)
    },
  })
  const places = makeBadgePlaces(() => window.current())
  return { notifications, withdrawAll, badge: makeBadge(platform, places) }
}
