import { type Database } from './database.ts'
import { serverIdOf } from './local-id.ts'
import type { ConversationRow } from './rows.ts'

/** A conversation as the server's list would show it. */
export type ServerId = { readonly conversationId: string; readonly serverId: string }

/** Rows read at once: what they take of the page's thread must not be felt. */
const CHUNK = 500

/** The server's ids of so many conversations that are here: of those that are preferred, in their order, else of any one. Empty when it can know none. */
export async function findServerIds(
  db: Database,
  preferred: readonly string[],
  most: number,
): Promise<readonly string[]> {
  const rows = await db.conversations.bulkGet([...preferred])
  const found = rows.flatMap((row) => (row === undefined ? [] : (serverIdOf(row.id, row) ?? [])))
  if (found.length > 0) return found.slice(0, most)
  const row = await db.conversations.filter((one) => serverIdOf(one.id, one) !== null).first()
  return row === undefined ? [] : [serverIdOf(row.id, row) ?? row.id]
}

/** The server's id of one conversation; null before the server has one. */
export async function readServerId(db: Database, conversationId: string): Promise<string | null> {
  return serverIdOf(conversationId, await db.conversations.get(conversationId))
}

/** What the server's whole list ought to hold, by what is known here. By the keys alone: it may be a hundred thousand. */
export async function listServerIds(db: Database): Promise<readonly ServerId[]> {
  return db.transaction('r', [db.conversations], async () => {
    const [ids, begunHere] = await Promise.all([
      db.conversations.toCollection().primaryKeys(),
      db.conversations.orderBy('serverId').toArray(),
    ])
    const rows = new Map(begunHere.map((row) => [row.id, row]))
    return ids.flatMap((id) => listed(id, rows.get(id)))
  })
}

/** The same of what the server calls open, looked for among conversations that are shown as open. */
export async function listOpenServerIds(db: Database, shownAsOpen: readonly string[]): Promise<readonly ServerId[]> {
  const found: ServerId[] = []
  for (let start = 0; start < shownAsOpen.length; start += CHUNK) {
    const rows = await db.conversations.bulkGet(shownAsOpen.slice(start, start + CHUNK))
    for (const row of rows) if (row?.status === 'open') found.push(...listed(row.id, row))
  }
  return found
}

function listed(conversationId: string, row: ConversationRow | undefined): readonly ServerId[] {
  const serverId = serverIdOf(conversationId, row)
  return serverId === null ? [] : [{ conversationId, serverId }]
}
