import type { LiveCatalogue } from '../catalogue/live-catalogue.ts'
import type { Database } from '../db/database.ts'
import { readNoticeFacts } from '../db/notices.ts'
import { noteReply } from '../seen/follow.ts'
import { readReadTiming } from '../seen/settings.ts'
import type { Bridge } from '../shared/bridge.ts'
import type { BridgeEvents, OpenedConversation } from '../shared/bridge-events.ts'
import { text } from '../strings/text.ts'
import { askForField, openConversation, openDialog, showToast, showView, useView } from '../view.ts'
import { type AnswerOutcome, makeAnswers } from './answers.ts'
import { problemWords } from './answer-words.ts'
import { problemNotice } from './notice.ts'
import { makeNotifier, type Notifier } from './notifier.ts'
import { wallTimeAt } from './quiet-hours.ts'
import { readNotificationSettings } from './settings.ts'

type NotificationFollower = Pick<Notifier, 'found' | 'stop'>

/** How often the end of quiet hours is looked for, ms. */
const TIME_CHECK_MS = 20_000

/** Connects the window to the notifier and the badge: what is on screen, clicked and answered notifications, and the waiting count. */
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
    wallTime: () => wallTimeAt(Date.now()),
    readFocus: () => ({ onScreenId: focusedId(), isFirstSync: useView.getState().reachability.isFirstSync }),
    readSettings: () => readNotificationSettings(localStorage),
  })
  const report = (outcome: AnswerOutcome): void => reportAnswer({ db, notifier }, outcome)
  const answers = makeAnswers({ db, bridge, workspaceId, report })
  const takeAnswers = (): void => void answers.take()
  function noteSeen(): void {
    const conversationId = focusedId()
    if (conversationId !== null) notifier.seen(conversationId)
  }
  function noteFocus(): void {
    noteSeen()
    // An answer that could not be stored is tried again.
    takeAnswers()
  }
  const timer = setInterval(() => void notifier.checkTime(), TIME_CHECK_MS)
  const stops = [
    notifier.stop,
    followWaitingCount(catalogue, bridge),
    bridge.onOpenConversation((opened) => {
      if (opened.workspaceId === workspaceId) void open(db, opened)
    }),
    bridge.onNotificationAnswer(takeAnswers),
    db.changes.subscribe((ids) => void notifier.changed(ids)),
    useView.subscribe(noteSeen),
    () => clearInterval(timer),
  ]
  window.addEventListener('focus', noteFocus)
  // They may have come before this page was there.
  takeAnswers()
  return {
    found: notifier.found,
    stop() {
      window.removeEventListener('focus', noteFocus)
      for (const stop of stops) stop()
    },
  }
}

/** The conversation on screen, if the window has the focus. */
function focusedId(): string | null {
  return document.hasFocus() ? useView.getState().selectedId : null
}

/** Opens what a clicked notification is about. A summary opens the inbox, where new conversations are at the top. */
async function open(db: Database, { conversationId, isForReply }: Omit<OpenedConversation, 'workspaceId'>) {
  if (useView.getState().dialog === 'settings') openDialog('none')
  if (conversationId === null) return showView('inbox', null)
  openConversation(conversationId)
  if (isForReply !== true) return
  const [facts] = await readNoticeFacts(db, [conversationId])
  const isSelected = useView.getState().selectedId === conversationId
  if (isSelected && facts?.exists === true && facts.channel !== 'voice') askForField(conversationId, 'reply')
}

/** Tells the user what became of an answer: in the window if it is looked at, otherwise in a notification. */
function reportAnswer(
  { db, notifier }: { readonly db: Database; readonly notifier: Notifier },
  outcome: AnswerOutcome,
): void {
  switch (outcome.kind) {
    case 'nothing':
      return
    case 'replied':
      notifier.seen(outcome.conversationId)
      return void noteReply(db, outcome, readReadTiming(localStorage))
    case 'resolved':
      notifier.seen(outcome.conversationId)
      return showToast(text('notify.resolved', { name: outcome.name }), { canUndo: true })
    case 'open':
      return void open(db, outcome)
    case 'problem': {
      const words = problemWords(outcome.problem)
      if (document.hasFocus()) return showToast(`${words.title}. ${words.body}`)
      notifier.sayProblem(problemNotice(outcome.conversationId, words, readNotificationSettings(localStorage)))
    }
  }
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
