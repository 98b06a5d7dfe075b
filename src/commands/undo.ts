import type { Database } from '../db/database.ts'
import { readLastStep, type UndoStep } from '../db/undo-journal.ts'
import { findLastHeld, readLastFate } from '../db/outbox-queries.ts'
import { undoSend } from '../outbox/intents.ts'
import { text } from '../strings/text.ts'
import { openConversation, showToast, takeIn, useView } from '../view.ts'
import { takeBackMessage } from '../view-field.ts'
import type { OpenWorkspace } from '../workspace.tsx'
import { FIELDS } from './fields.ts'
import { runInOrder } from './serial.ts'
import { stayInView } from './advance.ts'
import { revertStep } from './revert.ts'
import { undoResultText } from './undo-text.ts'

/**
 * Takes back this conversation's last message in its undo window: its text becomes the draft. Shows the reason when there is no such
 * message.
 */
export async function undoLastSendIn(db: Database, conversationId: string): Promise<void> {
  const held = await findLastHeld(db, conversationId)
  if (held !== null && (await undoSend(db, held))) return
  showToast(TOO_LATE[await readLastFate(db, conversationId)])
}

type Access = Pick<OpenWorkspace, 'db' | 'catalogue' | 'workspace'>

/** Undoes the last message or change, even one from before a restart. Called again, it undoes the one before that. */
export function undoLast(open: Access): Promise<void> {
  const { db } = open
  const isStillThere = watchSelection()
  return runInOrder(db, async () => {
    const [held, step] = await Promise.all([findLastHeld(db), readLastStep(db)])
    if (held !== null && (step === undefined || held.saidAt > step.doneAt)) return takeBackMessage(held)
    if (step === undefined) return showToast(TOO_LATE[await readLastFate(db)])
    await undoStep(open, step, null, isStillThere)
  })
}

/** Undoes a step for some of its conversations, and shows the result. */
export function undoSome(open: Access, step: UndoStep, ids: ReadonlySet<string>): Promise<void> {
  const isStillThere = watchSelection()
  return runInOrder(open.db, () => undoStep(open, step, ids, isStillThere))
}

/** The conversation that the last undo opened: a user who presses undo there again has not moved away. */
let openedId: string | null = null

/** Returns a function that tells whether the user is still where they are now, or where an undo took them. */
function watchSelection(): () => boolean {
  const { selectedId, screen } = useView.getState()
  return () => {
    const now = useView.getState()
    return now.screen === screen && (now.selectedId === selectedId || now.selectedId === openedId)
  }
}

async function undoStep(
  { db, catalogue, workspace }: Access,
  step: UndoStep,
  ids: ReadonlySet<string> | null,
  isStillThere: () => boolean,
): Promise<void> {
  const outcome = await revertStep(db, step, ids)
  // They return to their positions even while the list is frozen. Many do so only after the catalogue has settled.
  stayInView(
    workspace.id,
    outcome.undone.map(({ conversationId }) => conversationId),
  )
  void catalogue.settled().then(takeIn)
  showToast(undoResultText(outcome, FIELDS[step.field]))
  // Open the conversation, unless the user has moved on: their keys then apply to another one.
  const [only, ...rest] = outcome.undone
  if (only === undefined || rest.length > 0 || !isStillThere()) return
  openedId = only.conversationId
  openConversation(openedId)
}

const TOO_LATE = {
  'gone-out': text('commands.tooLate.sent'),
  'under-way': text('commands.tooLate.sending'),
  waiting: text('commands.tooLate.waiting'),
  nothing: text('commands.tooLate.nothing'),
} as const
