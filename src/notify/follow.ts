import type { LiveCatalogue } from '../catalogue/live-catalogue.ts'
import type { Database } from '../db/database.ts'
import type { Bridge, BridgeEvents, OpenedConversation } from '../shared/bridge.ts'
import { openConversation, openDialog, showView, useView } from '../view.ts'
import { makeNotifier, type Notifier } from './notifier.ts'
import { readNotificationSettings } from './settings.ts'

type Following = Pick<Notifier, 'found' | 'stop'>

/** Joins the notifier and the badge to the window: what is looked at, what is clicked, how many wait. */
export function followNotifications(parts: {
  readonly db: Database
  readonly catalogue: LiveCatalogue
  readonly bridge: Bridge & BridgeEvents
  readonly workspaceId: string
}): Following {
  const { db, catalogue, bridge, workspaceId } = parts
  const notifier = makeNotifier({
    db,
    bridge,
    workspaceId,
    now: Date.now,
    look: () => ({ onScreenId: idInFront(), isFirstSync: useView.getState().reachability.isFirstSync }),
    readSettings: () => readNotificationSettings(localStorage),
  })
  function look(): void {
    const conversationId = idInFront()
    if (conversationId !== null) notifier.seen(conversationId)
  }
  const stops = [
    notifier.stop,
    followWaiting(catalogue, bridge),
    bridge.onOpenConversation((opened) => {
      if (opened.workspaceId === workspaceId) show(opened)
    }),
    useView.subscribe(look),
  ]
  window.addEventListener('focus', look)
  return {
    found: notifier.found,
    stop() {
      window.removeEventListener('focus', look)
      for (const stop of stops) stop()
    },
  }
}

function idInFront(): string | null {
  return document.hasFocus() ? useView.getState().selectedId : null
}

/** A summary leads to the list, where what is new stands on top. */
function show({ conversationId }: OpenedConversation): void {
  if (useView.getState().dialog === 'settings') openDialog('none')
  if (conversationId === null) showView('inbox', null)
  else openConversation(conversationId)
}

/** On the app's icon, and in the window's title for task bars that show no number on an icon. */
function followWaiting(catalogue: LiveCatalogue, bridge: Bridge): () => void {
  let told = 0
  const tell = (count: number): void => {
    if (count === told) return
    told = count
    document.title = titleFor(count)
    void bridge.showBadge({ count })
  }
  const unsubscribe = catalogue.subscribe(() => tell(catalogue.totals()?.counts.waiting ?? 0))
  return () => {
    unsubscribe()
    tell(0)
  }
}

function titleFor(count: number): string {
  return count === 0 ? 'Clarion' : `(${count}) Clarion`
}
