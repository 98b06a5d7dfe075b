import type { Database } from '../db/database.ts'
import { findLastHeld, readLastFate } from '../db/outbox-queries.ts'
import { openConversation, say, takeBack } from '../view.ts'
import type { OpenWorkspace } from '../workspace.tsx'
import { lastDone, takeLastDone } from './journal.ts'

/** Takes the last message back that has not left yet, wherever it was said: its words stand in its composer again. */
export async function undoLastSend(db: Database): Promise<void> {
  const held = await findLastHeld(db)
  if (held !== null) takeBack(held)
  else say(TOO_LATE[await readLastFate(db)])
}

/** Undoes what was done last, whether it was said or changed. Pressed again, what was done before that. */
export async function undoLast(open: OpenWorkspace): Promise<void> {
  const held = await findLastHeld(open.db)
  const done = lastDone(open.db)
  if (held !== null && (done === undefined || held.saidAt > done.doneAt)) return takeBack(held)
  if (done === undefined || !('restore' in done.command.undo)) return say(TOO_LATE[await readLastFate(open.db)])
  takeLastDone(open.db)
  for (const change of done.changes) await done.command.undo.restore(open, change)
  // The eye follows the hand: what was undone is what is looked at.
  const [only, ...others] = done.changes
  if (only !== undefined && others.length === 0) openConversation(only.conversationId)
}
const TOO_LATE = {
  'gone-out': 'Too late to undo: it has gone out.',
  'under-way': 'Too late to undo: it is on its way.',
  waiting: 'Its undo window is over. It has not gone out: edit or discard it in the outbox.',
  nothing: 'There is nothing to undo.',
} as const
