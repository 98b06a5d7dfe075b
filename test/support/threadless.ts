import { type Database } from '../../src/db/database.ts'
import { serverIdOf } from '../../src/db/local-id.ts'
import { isInView } from '../../src/db/views.ts'

/** A reference implementation of `listThreadless` that scans the whole table: open conversations first, newest first. */
export async function listThreadless(db: Database): Promise<readonly string[]> {
  const rows = await db.conversations
    .filter((row) => row.newest === undefined && serverIdOf(row.id, row) !== null)
    .toArray()
  const rank = (row: (typeof rows)[number]): number =>
    isInView({ status: row.status ?? 'open', isUnread: false, waitingSince: null, hasDraft: false }, 'inbox') ? 0 : 1
  rows.sort((a, b) => rank(a) - rank(b) || b.activityAt - a.activityAt)
  return rows.map((row) => row.id)
}
