import { listText } from '../../../src/shared/messages/list-text.ts'
import { addPending, countPending, type Pending } from '../../../src/shared/pending.ts'
import type { TotalUnsent } from '../../op-backup/unsent-totals.ts'
import { text } from '../../strings/text.ts'

export type QuitMoment = {
  /** The app is already quitting, for example at the end of the session. */
  readonly isEnding: boolean
  /** The dialog is open. */
  readonly isAsking: boolean
  /** Null while the total is unknown, because no window has reported. */
  readonly unsent: TotalUnsent | null
}

/** Decides what happens when the user quits. */
export function quitPolicy({ isEnding, isAsking, unsent }: QuitMoment): 'quit' | 'ask' | 'wait' {
  if (isEnding || unsent === null) return 'quit'
  if (isAsking) return 'wait'
  return countPending(unsent.waiting) + countPending(unsent.asking) === 0 ? 'quit' : 'ask'
}

/** `isSafe`: quitting loses nothing, so the dialog may propose it. */
export type QuitQuestion = { readonly message: string; readonly detail: string; readonly isSafe: boolean }

/** The question of the dialog: what is unsent, and when it will be sent. */
export function quitText(unsent: TotalUnsent): QuitQuestion {
  const all = addPending(unsent.waiting, unsent.asking)
  return {
    message: text('quit.unsent', { count: countPending(all), items: itemsText(all) }),
    detail: outlookText(unsent, countPending(all)),
    isSafe: !unsent.isLostAtQuit,
  }
}

function outlookText({ waiting, asking, needsKey, isLostAtQuit }: TotalUnsent, count: number): string {
  if (isLostAtQuit) return text('quit.lost', { count })
  const [waitingCount, askingCount] = [countPending(waiting), countPending(asking)]
  if (askingCount === 0) return text(needsKey ? 'quit.sentWithKey' : 'quit.sentAtStart', { count })
  if (waitingCount === 0) return text('quit.untilDecided', { count })
  const items = { waiting: itemsText(waiting), asking: itemsText(asking) }
  return text(needsKey ? 'quit.sentWithKeyExcept' : 'quit.sentAtStartExcept', { waitingCount, askingCount, ...items })
}

/** "2 messages, 1 new conversation, and 3 changes" */
function itemsText({ messages, conversations, changes }: Pending): string {
  return listText([
    ...(messages > 0 ? [text('quit.messages', { count: messages })] : []),
    ...(conversations > 0 ? [text('quit.conversations', { count: conversations })] : []),
    ...(changes > 0 ? [text('quit.changes', { count: changes })] : []),
  ])
}
