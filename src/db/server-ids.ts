import { type Database } from './database.ts'
import { serverIdOf } from './local-id.ts'
import type { ConversationRow } from './rows.ts'

/** A conversation's local id with its id in the server's list. */
export type ServerId = { readonly conversationId: string; readonly serverId: string }

/** Rows read at once: small enough not to delay the page noticeably. */
const CHUNK = 500

/**
 * Server ids of at most `limit` of the preferred conversations, in their order, or else of any one conversation on this device. Empty
 * when the server knows none of them.
 */
export async function findServerIds(
  db: Database,
  preferred: readonly string[],
  limit: number,
): Promise<readonly string[]> {
  const rows = await db.conversations.bulkGet([...preferred])
  const found = rows.flatMap((row) => (row === undefined ? [] : (serverIdOf(row.id, row) ?? [])))
  if (found.length > 0) return found.slice(0, limit)
  const row = await db.conversations.filter((candidate) => serverIdOf(candidate.id, candidate) !== null).first()
  return row === undefined ? [] : [serverIdOf(row.id, row) ?? row.id]
}

/** Null before the server has the conversation. */
export async function readServerId(db: Database, conversationId: string): Promise<string | null> {
  return serverIdOf(conversationId, await db.conversations.get(conversationId))
}

/** The local id of the conversation that has this id on the server; null when it is not on this device. */
export async function readLocalId(db: Database, serverId: string): Promise<string | null> {
  const row =
    (await db.conversations.where('serverId').equals(serverId).first()) ?? (await db.conversations.get(serverId))
  return row?.id ?? null
}

/** The conversations that the server's full list should contain. Reads keys only, since there may be a hundred thousand. */
export async function listServerIds(db: Database): Promise<readonly ServerId[]> {
  return db.transaction('r', [db.conversations], async () => {
    const [ids, begunHere] = await Promise.all([
      db.conversations.toCollection().primaryKeys(),
      db.conversations.orderBy('serverId').toArray(),
    ])
    const rows = new Map(begunHere.map((row) => [row.id, row]))
    return ids.flatMap((id) => serverIdEntry(id, rows.get(id)))
  })
}

/** The same for conversations that the server calls open, out of those shown as open. */
export async function listOpenServerIds(db: Database, shownAsOpen: readonly string[]): Promise<readonly ServerId[]> {
  const found: ServerId[] = []
  for (let start = 0; start < shownAsOpen.length; start += CHUNK) {
    const rows = await db.conversations.bulkGet(shownAsOpen.slice(start, start + CHUNK))
    for (const row of rows) if (row?.status === 'open') found.push(...serverIdEntry(row.id, row))
  }
  return found
}

function serverIdEntry(conversationId: string, row: ConversationRow | undefined): readonly ServerId[] {
  const serverId = serverIdOf(conversationId, row)
  return serverId === null ? [] : [{ conversationId, serverId }]
}
