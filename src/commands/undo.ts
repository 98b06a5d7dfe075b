import type { Database } from '../db/database.ts'
import { findLastHeld } from '../db/outbox-queries.ts'
import { takeBack } from '../view.ts'

/** Takes the last message back that has not left yet, wherever it was said: its words stand in its composer again. */
export async function undoLastSend(db: Database): Promise<void> {
  const held = await findLastHeld(db)
  if (held !== null) takeBack(held)
}
