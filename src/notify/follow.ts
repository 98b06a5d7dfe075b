import type { LiveCatalogue } from '../catalogue/live-catalogue.ts'
import type { Database } from '../db/database.ts'
import type { Bridge } from '../shared/bridge.ts'
import type { BridgeEvents, OpenedConversation } from '../shared/bridge-events.ts'
import { openConversation, openDialog, showView, useView } from '../view.ts'
import { makeNotifier, type Notifier } from './notifier.ts'
import { readNotificationSettings } from './settings.ts'

type NotificationFollower = Pick<Notifier, 'found' | 'stop'>

/** Connects the window to the notifier and the badge: what is on screen, clicked notifications, and the waiting count. */
export function followNotifications(parts: {
  readonly db: Database
  readonly catalogue: LiveCatalogue
  readonly bridge: Bridge & BridgeEvents
  readonly workspaceId: string
}): NotificationFollower {
  const { db, catalogue, bridge, workspaceId } = parts
  const notifier = makeNotifier({
    db,
    bridge,
    workspaceId,
    now: Date.now,
    readFocus: () => ({ onScreenId: focusedId(), isFirstSync: useView.getState().reachability.isFirstSync }),
    readSettings: () => readNotificationSettings(localStorage),
  })
  function noteSeen(): void {
    const conversationId = focusedId()
    if (conversationId !== null) notifier.seen(conversationId)
  }
  const stops = [
    notifier.stop,
    followWaitingCount(catalogue, bridge),
    bridge.onOpenConversation((opened) => {
      if (opened.workspaceId === workspaceId) open(opened)
    }),
    useView.subscribe(noteSeen),
  ]
  window.addEventListener('focus', noteSeen)
  return {
    found: notifier.found,
    stop() {
      window.removeEventListener('focus', noteSeen)
      for (const stop of stops) stop()
    },
  }
}

/** The conversation on screen, if the window has the focus. */
function focusedId(): string | null {
  return document.hasFocus() ? useView.getState().selectedId : null
}

/** Opens what a clicked notification is about. A summary opens the inbox, where new conversations are at the top. */
function open({ conversationId }: OpenedConversation): void {
  if (useView.getState().dialog === 'settings') openDialog('none')
  if (conversationId === null) showView('inbox', null)
  else openConversation(conversationId)
}

/** Shows the count on the app's icon, and in the window's title for taskbars without a badge. */
function followWaitingCount(catalogue: LiveCatalogue, bridge: Bridge): () => void {
  let shownCount = 0
  const showCount = (count: number): void => {
    if (count === shownCount) return
    shownCount = count
    document.title = titleFor(count)
    void bridge.showBadge({ count })
  }
  const unsubscribe = catalogue.subscribe(() => showCount(catalogue.totals()?.counts.waiting ?? 0))
  return () => {
    unsubscribe()
    showCount(0)
  }
}

function titleFor(count: number): string {
  return count === 0 ? 'Clarion' : `(${count}) Clarion`
}
