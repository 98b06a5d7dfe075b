import type { Database } from '../db/database.ts'
import { findLastHeld, readLastFate } from '../db/outbox-queries.ts'
import { say, takeBack } from '../view.ts'

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
