import { groupByWorkspace, rowKeys } from '../../catalogue/row-key.ts'
import type { Workspace } from '../../shared/bridge.ts'
import type { OpenWorkspace } from '../../workspace.tsx'

/** The conversations of one workspace that a command applies to. In All inboxes, a command may have several parts. */
export type Part = {
  readonly workspace: Pick<Workspace, 'id' | 'name'>
  /** Null while its data can't be used: the command then reports its conversations as unchanged. */
  readonly open: OpenWorkspace | null
  /** Ids of this workspace, not row keys. */
  readonly conversationIds: readonly string[]
}

export function partOf(open: OpenWorkspace, conversationIds: readonly string[]): Part {
  return { workspace: open.workspace, open, conversationIds }
}

/**
 * The parts that row keys belong to, in the order of their first rows. `acting` is null in one workspace: the keys are then ids of `open`.
 * Leaves out a workspace that is no longer on this device.
 */
export function partsOf(open: OpenWorkspace, acting: string | null, keys: readonly string[]): readonly Part[] {
  if (keys.length === 0) return []
  if (acting === null) return [partOf(open, keys)]
  const listed = open.workspaces.list()
  return groupByWorkspace(keys).flatMap(({ workspaceId, conversationIds }) => {
    const entry = listed.find(({ workspace }) => workspace.id === workspaceId)
    if (entry === undefined) return []
    const running = entry.state === 'open' ? open.workspaces.find(workspaceId) : null
    return [{ workspace: entry.workspace, open: running, conversationIds }]
  })
}

/** The row keys of all parts. In one workspace, `acting` is null and they are the ids themselves. */
export function keysOf(parts: readonly Part[], acting: string | null): readonly string[] {
  const [only] = parts
  if (acting === null) return only?.conversationIds ?? []
  return parts.flatMap(({ workspace, conversationIds }) => rowKeys(workspace.id, conversationIds))
}

export function countTargets(parts: readonly Part[]): number {
  return parts.reduce((sum, { conversationIds }) => sum + conversationIds.length, 0)
}
