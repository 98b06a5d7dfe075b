import type { Database } from '../db/database.ts'
import { readLastStep, type UndoStep } from '../db/undo-journal.ts'
import { findLastHeld, readLastFate } from '../db/outbox-queries.ts'
import { undoSend } from '../outbox/intents.ts'
import { openConversation, showToast, takeBackMessage, takeIn, useView } from '../view.ts'
import type { OpenWorkspace } from '../workspace.tsx'
import { FIELDS } from './fields.ts'
import { runInOrder } from './serial.ts'
import { stayInView } from './advance.ts'
import { revertStep } from './revert.ts'
import { undoneWords } from './undo-text.ts'

/**
 * Takes back the last message of this one conversation that has not left yet: its text becomes the conversation's draft. Says why where
 * there is none.
 */
export async function undoLastSendIn(db: Database, conversationId: string): Promise<void> {
  const held = await findLastHeld(db, conversationId)
  if (held !== null && (await undoSend(db, held))) return
  showToast(TOO_LATE[await readLastFate(db, conversationId)])
}

type Hands = Pick<OpenWorkspace, 'db' | 'catalogue'>

/** Undoes what was done last, whether it was said or changed, also before a restart. Pressed again, what was done before that. */
export function undoLast(open: Hands): Promise<void> {
  const { db } = open
  const isStillThere = watchSelection()
  return runInOrder(db, async () => {
    const [held, step] = await Promise.all([findLastHeld(db), readLastStep(db)])
    if (held !== null && (step === undefined || held.saidAt > step.doneAt)) return takeBackMessage(held)
    if (step === undefined) return showToast(TOO_LATE[await readLastFate(db)])
    await undoStep(open, step, null, isStillThere)
  })
}

/** Undoes a step, or of some of its conversations alone, and says how that went. */
export function undoSome(open: Hands, step: UndoStep, ids: ReadonlySet<string>): Promise<void> {
  const isStillThere = watchSelection()
  return runInOrder(open.db, () => undoStep(open, step, ids, isStillThere))
}

/** What the last undo has opened: a user who presses undo again from there has not gone elsewhere. */
let openedId: string | null = null

/** Tells later on whether the user is where they are now, or where an undo has taken them. */
function watchSelection(): () => boolean {
  const { selectedId, screen } = useView.getState()
  return () => {
    const now = useView.getState()
    return now.screen === screen && (now.selectedId === selectedId || now.selectedId === openedId)
  }
}

async function undoStep(
  { db, catalogue }: Hands,
  step: UndoStep,
  ids: ReadonlySet<string> | null,
  isStillThere: () => boolean,
): Promise<void> {
  const undone = await revertStep(db, step, ids)
  // They are back in their places, whatever else stands still; many are so only a moment later.
  stayInView(undone.changes.map(({ conversationId }) => conversationId))
  void catalogue.settled().then(takeIn)
  showToast(undoneWords(undone, FIELDS[step.field]))
  // What was undone is shown, but the keys that a user has pressed since are about what they went on to.
  const [only, ...others] = undone.changes
  if (only === undefined || others.length > 0 || !isStillThere()) return
  openedId = only.conversationId
  openConversation(openedId)
}

const TOO_LATE = {
  'gone-out': 'Too late to undo: it has gone out.',
  'under-way': 'Too late to undo: it is on its way.',
  waiting: 'Its undo window is over. It has not gone out: edit or discard it in the outbox.',
  nothing: 'There is nothing left to undo.',
} as const
