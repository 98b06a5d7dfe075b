import type { Database } from '../db/database.ts'
import { serverIdOf } from '../db/local-id.ts'
import type { ConversationRow } from '../db/rows.ts'

/**
 * The ids that this device has for the conversations of a backup. A conversation that was begun on a device has a local id there, and the
 * server's id everywhere else; both devices may have begun conversations. Runs in the caller's transaction.
 */
export async function makeIdMap(
  db: Database,
  there: readonly ConversationRow[],
): Promise<(conversationId: string) => string> {
  const rowsThere = new Map(there.map((row) => [row.id, row]))
  const begunHere = await db.conversations.where('serverId').above('').toArray()
  const idsHere = new Map(begunHere.map(({ id, serverId }) => [serverId, id]))
  return (conversationId) => {
    const serverId = serverIdOf(conversationId, rowsThere.get(conversationId))
    return serverId === null ? conversationId : (idsHere.get(serverId) ?? serverId)
  }
}
