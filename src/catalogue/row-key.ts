/**
 * Keys of rows in a list over several workspaces. Two servers may use the same conversation id, so a key names the workspace too. In the
 * list of one workspace, the key is the conversation's id.
 */

export type RowPlace = { readonly workspaceId: string; readonly conversationId: string }

/** Ids of workspaces are UUIDs or `demo-…`, so they never contain it. Ids of conversations may. */
const SEPARATOR = '/'

/** `workspaceId` is null in the list of one workspace. */
export function rowKey(workspaceId: string | null, conversationId: string): string {
  return workspaceId === null ? conversationId : `${workspaceId}${SEPARATOR}${conversationId}`
}

/** The parts of a key from a list over several workspaces. */
export function splitRowKey(key: string): RowPlace {
  const at = key.indexOf(SEPARATOR)
  return { workspaceId: key.slice(0, Math.max(at, 0)), conversationId: key.slice(at + 1) }
}

/** The keys of several conversations of one workspace. Returns the ids themselves in the list of one workspace. */
export function rowKeys(workspaceId: string | null, conversationIds: readonly string[]): readonly string[] {
  return workspaceId === null ? conversationIds : conversationIds.map((id) => rowKey(workspaceId, id))
}
