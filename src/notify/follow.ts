import type { Database } from '../db/database.ts'
import type { Bridge } from '../shared/bridge.ts'
import type { OpenedConversation } from '../shared/bridge-events.ts'
import { openConversation, openDialog, showView, useView } from '../view.ts'
import { makeNotifier, type Notifier } from './notifier.ts'
import { readNotificationSettings } from './settings.ts'

type NotificationFollower = Pick<Notifier, 'found' | 'stop'>

/** Connects the window to the notifier of one workspace. */
export function followNotifications(parts: {
  readonly db: Database
  readonly bridge: Bridge
  readonly workspaceId: string
  /** The window shows this workspace, so its selected conversation is on screen. */
  readonly isShown: () => boolean
  readonly isFirstSync: () => boolean
}): NotificationFollower {
  const { db, bridge, workspaceId, isShown, isFirstSync } = parts
  const onScreenId = (): string | null => (isShown() && document.hasFocus() ? useView.getState().selectedId : null)
  const notifier = makeNotifier({
    db,
    bridge,
    workspaceId,
    now: Date.now,
    readFocus: () => ({ onScreenId: onScreenId(), isFirstSync: isFirstSync() }),
    readSettings: () => readNotificationSettings(localStorage),
  })
  function noteSeen(): void {
    const conversationId = onScreenId()
    if (conversationId !== null) notifier.seen(conversationId)
  }
  const stops = [notifier.stop, useView.subscribe(noteSeen)]
  window.addEventListener('focus', noteSeen)
  return {
    found: notifier.found,
    stop() {
      window.removeEventListener('focus', noteSeen)
      for (const stop of stops) stop()
    },
  }
}

/** Opens what a clicked notification is about, in its workspace. A summary opens the inbox, where new conversations are at the top. */
export function openNotified({ conversationId }: OpenedConversation): void {
  if (useView.getState().dialog === 'settings') openDialog('none')
  if (conversationId === null) showView('inbox', null)
  else openConversation(conversationId)
}
