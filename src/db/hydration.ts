import { type Database, serverIdOf } from './database.ts'
import { isInView } from './views.ts'

/** Conversations whose thread this device lacks or knows to be out of date: open ones first, newest first. */
export async function listUnreadThreads(db: Database): Promise<readonly string[]> {
  const rows = await db.conversations.filter((row) => row.newest === undefined && serverIdOf(row.id, row) !== null).toArray()
  const rank = (row: (typeof rows)[number]): number => (isInView({ status: row.status ?? 'open', isUnread: false }, 'inbox') ? 0 : 1)
  rows.sort((one, other) => rank(one) - rank(other) || other.activityAt - one.activityAt)
  return rows.map((row) => row.id)
}
