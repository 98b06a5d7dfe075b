import type { OutboxEntry, OutboxList } from '../db/outbox-queries.ts'

/** One workspace's outbox; null when it can't be read. */
export type OutboxPart = { readonly workspaceId: string; readonly list: OutboxList | null }

/** An op of one of several workspaces. Two of them may use the same id. */
export type PlacedEntry = { readonly workspaceId: string; readonly entry: OutboxEntry }

export type MergedOutbox = {
  /** Ops that ask or failed. */
  readonly needsUser: readonly PlacedEntry[]
  /** Ops that are sent automatically. */
  readonly waiting: readonly PlacedEntry[]
  /** The workspaces whose outbox can't be read. */
  readonly unread: readonly string[]
}

/** The outboxes of several workspaces as one, oldest first. The queue order of each workspace stays, whatever its clock said. */
export function mergeOutboxes(parts: readonly OutboxPart[]): MergedOutbox {
  return {
    needsUser: merge(parts, ({ needsUser }) => needsUser),
    waiting: merge(parts, ({ waiting }) => waiting),
    unread: parts.flatMap(({ workspaceId, list }) => (list === null ? [workspaceId] : [])),
  }
}

function merge(
  parts: readonly OutboxPart[],
  group: (list: OutboxList) => readonly OutboxEntry[],
): readonly PlacedEntry[] {
  const queues = parts.map(({ workspaceId, list }) => ({
    workspaceId,
    entries: list === null ? [] : group(list),
    place: 0,
  }))
  const merged: PlacedEntry[] = []
  for (;;) {
    let oldest: { queue: (typeof queues)[number]; entry: OutboxEntry } | null = null
    for (const queue of queues) {
      const entry = queue.entries[queue.place]
      if (entry !== undefined && (oldest === null || entry.op.createdAt < oldest.entry.op.createdAt))
        oldest = { queue, entry }
    }
    if (oldest === null) return merged
    merged.push({ workspaceId: oldest.queue.workspaceId, entry: oldest.entry })
    oldest.queue.place += 1
  }
}
