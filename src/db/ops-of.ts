import type { Database } from './database.ts'
import type { Op } from './op.ts'

/** From this many ids, one range read with a filter is faster than a lookup per id. */
const MANY = 50

/** The ops of these conversations in queue order, across conversations. */
export async function readOpsOf(db: Database, ids: readonly string[]): Promise<readonly Op[]> {
  const byConversation = db.outbox.where('conversationId')
  if (ids.length < MANY) return byConversation.anyOf(ids).sortBy('seq')
  const sorted = ids.toSorted()
  const [first, last] = [sorted.at(0), sorted.at(-1)]
  const wanted = new Set(ids)
  const between = await byConversation.between(first, last, true, true).toArray()
  return between.filter((op) => wanted.has(op.conversationId)).toSorted((a, b) => a.seq - b.seq)
}

/** Ops by conversation, each in queue order. */
export function groupOps(ops: readonly Op[]): ReadonlyMap<string, readonly Op[]> {
  const groups = new Map<string, Op[]>()
  for (const op of ops.toSorted((a, b) => a.seq - b.seq)) {
    const group = groups.get(op.conversationId)
    if (group === undefined) groups.set(op.conversationId, [op])
    else group.push(op)
  }
  return groups
}
