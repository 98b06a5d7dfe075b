import { arePicked } from '../catalogue/picked.ts'
import { isPaneShown } from '../view/layout.ts'
import type { Database } from '../db/database.ts'
import { noteReply } from '../seen/follow.ts'
import { readReadTiming } from '../seen/settings.ts'
import type { Bridge } from '../shared/bridge.ts'
import type { BridgeEvents, OpenedConversation } from '../shared/bridge-events.ts'
import { text } from '../strings/text.ts'
import { openConversation, openDialog, showView, useView } from '../view/view.ts'
import { showToast } from '../view/toasts.ts'
import { askForField } from '../view/view-field.ts'
import { type AnswerOutcome, makeAnswers } from './answers.ts'
import { problemWords } from './answer-words.ts'
import { problemNotice } from './notice.ts'
import { makeNotifier, type Notifier } from './notifier.ts'
import { wallTimeAt } from './quiet-hours.ts'
import { readNotificationSettings } from './settings.ts'
import { shownName } from '../words/shown-name.ts'

type NotificationFollower = Pick<Notifier, 'found' | 'stop'>

/** How often the end of quiet hours is looked for, ms. */
const TIME_CHECK_MS = 20_000

type Parts = {
  readonly db: Database
  readonly bridge: Bridge & BridgeEvents
  readonly workspaceId: string
  /** The window shows this workspace, so its selected conversation is on screen. */
  readonly isShown: () => boolean
  readonly isFirstSync: () => boolean
}

/** Connects the window to the notifier of one workspace, and to what the user does in its notifications. */
export function followNotifications(parts: Parts): NotificationFollower {
  const { db, bridge, workspaceId, isShown, isFirstSync } = parts
  const onScreenId = (): string | null => {
    const view = useView.getState()
    return isShown() && document.hasFocus() && isPaneShown(view, 'thread') && !arePicked(view.picked)
      ? view.selectedId
      : null
  }
  const notifier = makeNotifier({
    db,
    bridge,
    workspaceId,
    now: Date.now,
    wallTime: () => wallTimeAt(Date.now()),
    readFocus: () => ({ onScreenId: onScreenId(), isFirstSync: isFirstSync() }),
    readSettings: () => readNotificationSettings(localStorage),
  })
  const report = (outcome: AnswerOutcome): void => reportAnswer(parts, notifier, outcome)
  const answers = makeAnswers({ db, bridge, workspaceId, report })
  const takeAnswers = (): void => void answers.take()
  function noteSeen(): void {
    const conversationId = onScreenId()
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

/** Opens what a clicked notification is about, in its workspace. A summary opens the inbox, where new conversations are at the top. */
export function openNotified({ conversationId, isForReply }: Omit<OpenedConversation, 'workspaceId'>): void {
  if (useView.getState().dialog === 'settings') openDialog('none')
  if (conversationId === null) showView('inbox', null)
  else if (isForReply === true) askForField(conversationId, 'reply')
  else openConversation(conversationId)
}

/** Tells the user what became of an answer: in the window if it is looked at, otherwise in a notification. */
function reportAnswer({ db, isShown }: Parts, notifier: Notifier, outcome: AnswerOutcome): void {
  const settings = readNotificationSettings(localStorage)
  switch (outcome.kind) {
    case 'nothing':
      return
    case 'replied':
      notifier.seen(outcome.conversationId)
      return void noteReply(db, outcome, readReadTiming(localStorage))
    case 'resolved':
      notifier.seen(outcome.conversationId)
      // Undo takes back what was done in the workspace on screen.
      if (isShown()) {
        const name = shownName(outcome.name)
        showToast(text('notify.resolved', { name }), { tone: 'done', names: [name], undo: outcome.undo })
      }
      return
    case 'open': {
      if (isShown()) return openNotified(outcome)
      // Only a click shows another workspace.
      const words = { title: text('words.notice.newMessage'), body: '' }
      return notifier.sayProblem(problemNotice(outcome.conversationId, words, settings))
    }
    case 'problem': {
      const words = problemWords(outcome.problem)
      if (isShown() && document.hasFocus()) return showToast(`${words.title}. ${words.body}`, { tone: 'problem' })
      notifier.sayProblem(problemNotice(outcome.conversationId, words, settings))
    }
  }
}
