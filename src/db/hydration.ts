import { type ConversationRow, type Database, serverIdOf } from './database.ts'
import { isOpenStatus } from './views.ts'

/** Conversations whose thread this device lacks or knows to be out of date: open ones first, newest first. */
export async function listUnreadThreads(db: Database): Promise<readonly string[]> {
  const rows = await db.conversations
    .filter((row) => row.newest === undefined && serverIdOf(row.id, row) !== null)
    .toArray()
  const rank = (row: ConversationRow): number => (isOpen(row) ? 0 : 1)
  rows.sort((one, other) => rank(one) - rank(other) || other.activityAt - one.activityAt)
  return rows.map((row) => row.id)
}

/** A conversation as the server's list would show it. */
export type Listed = { readonly conversationId: string; readonly serverId: string }

/** What the server's list ought to hold, by what is known here: all of it, or only those whose status is `open`. */
export async function listServerIds(db: Database, which: 'all' | 'open'): Promise<readonly Listed[]> {
  const listed: Listed[] = []
  await db.conversations.each((row) => {
    const serverId = serverIdOf(row.id, row)
    if (serverId !== null && (which === 'all' || row.status === 'open'))
      listed.push({ conversationId: row.id, serverId })
  })
  return listed
}

/** A status we do not know needs a person, so it counts as open. */
export function isOpen(row: Pick<ConversationRow, 'status'>): boolean {
  return isOpenStatus(row.status ?? 'open')
}
