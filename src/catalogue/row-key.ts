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

export type WorkspaceIds = { readonly workspaceId: string; readonly conversationIds: readonly string[] }

const groups = new WeakMap<readonly string[], readonly WorkspaceIds[]>()

/**
 * Splits the keys of a list over several workspaces: each workspace once, in the order of its first key, with its ids in the order of the
 * keys. Returns the same array for the same keys, so that calls at every keystroke are cheap.
 */
export function groupByWorkspace(keys: readonly string[]): readonly WorkspaceIds[] {
  const known = groups.get(keys)
  if (known !== undefined) return known
  const idsOf = new Map<string, string[]>()
  for (const key of keys) {
    const { workspaceId, conversationId } = splitRowKey(key)
    const ids = idsOf.get(workspaceId)
    if (ids === undefined) idsOf.set(workspaceId, [conversationId])
    else ids.push(conversationId)
  }
  const grouped = [...idsOf].map(([workspaceId, conversationIds]) => ({ workspaceId, conversationIds }))
  groups.set(keys, grouped)
  return grouped
}
