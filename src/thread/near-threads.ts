import type { Listing } from '../catalogue/listing.ts'
import { splitRowKey } from '../catalogue/row-key.ts'

/**
 * The conversations before and after a row in the list, whose threads will probably be shown next; the one after it first. `acting`: in All
 * inboxes, the workspace of the row; rows of other workspaces are left out, because their threads are in other databases.
 */
export function nearIds(listed: Listing, key: string, acting: string | null): readonly string[] {
  const index = listed.indexOf(key)
  if (index === -1) return []
  const keys = [listed.idAt(index + 1), listed.idAt(index - 1)].filter((id) => id !== null)
  if (acting === null) return keys
  return keys
    .map(splitRowKey)
    .filter(({ workspaceId }) => workspaceId === acting)
    .map(({ conversationId }) => conversationId)
}
