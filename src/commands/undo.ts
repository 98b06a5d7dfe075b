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

const TOO_LATE = {
  'gone-out': 'Too late to undo: it has gone out.',
  'under-way': 'Too late to undo: it is on its way.',
  waiting: 'Its undo window is over. It has not gone out: edit or discard it in the outbox.',
  nothing: 'There is nothing to undo.',
} as const

/** Undoes what was done last, whether it was said or changed. Pressed again, what was done before that. */
export async function undoLast(open: OpenWorkspace): Promise<void> {
  const held = await findLastHeld(open.db)
  const done = lastDone(open.db)
  if (done === undefined || (held !== null && held.saidAt > done.doneAt)) return undoLastSend(open.db)
  const { command, changes } = done
  if (!('restore' in command.undo)) return
  takeLastDone(open.db)
  for (const change of changes) await command.undo.restore(open, change)
  say(`Undone: ${command.title}`)
  // The eye follows the hand: what was undone is what is looked at.
  const [only, ...others] = changes
  if (only !== undefined && others.length === 0) openConversation(only.conversationId)
}
