import type { Away } from './away.ts'
import { SETTLE_MS } from './cache.ts'
import type { Database } from './database.ts'
import type { ClaimRow, ConversationRow, ThreadRow } from './rows.ts'
import type { Op } from './op.ts'
import { type Echo, echoOf, overlayConversation } from './overlay.ts'

/** What became of a long time offline: what went out, what was held back, what came in. */
export type Review = {
  /** How long it was, ms. */
  readonly awayMs: number
  /** The messages that arrived. Of a change that is gone nobody can say whether it was made or dropped. */
  readonly sent: readonly (ReviewedConversation & { readonly count: number })[]
  /** What waits for a person, in the order it was said. */
  readonly held: readonly (ReviewedConversation & { readonly echo: Echo; readonly intent: Op['intent'] })[]
  /** Whose customers wrote, the newest first. */
  readonly news: readonly ReviewedConversation[]
}

export type ReviewedConversation = { readonly conversationId: string; readonly name: string }

export type ReviewInput = {
  readonly away: Away
  /** The whole outbox. */
  readonly ops: readonly Op[]
  /** Of the ops that are gone. */
  readonly claims: readonly ClaimRow[]
  /** What may have moved since. */
  readonly rows: readonly ConversationRow[]
  readonly threads: readonly ThreadRow[]
  readonly nameOf: (conversationId: string) => string
}

/** Null while what waited is still going out, and where there is nothing to say. */
export function reviewOf({ away, ops, claims, rows, threads, nameOf }: ReviewInput): Review | null {
  const known = new Set(away.ops.map((op) => op.opId))
  const left = ops.filter((op) => known.has(op.id))
  if (left.some((op) => isMoving(op, ops))) return null
  const whose = (conversationId: string): ReviewedConversation => ({ conversationId, name: nameOf(conversationId) })
  const claimed = new Set(claims.map((claim) => claim.opId))
  const arrived = away.ops.filter((op) => op.kind === 'send' && claimed.has(op.opId))
  const counts = new Map<string, number>()
  for (const { conversationId } of arrived) counts.set(conversationId, (counts.get(conversationId) ?? 0) + 1)
  const sent = [...counts].map(([conversationId, count]) => ({ ...whose(conversationId), count }))
  const held = left
    .filter(isPersons)
    .map((op) => ({ ...whose(op.conversationId), echo: echoOf(op, []), intent: op.intent }))
  const threadOf = new Map(threads.map((thread) => [thread.conversationId, thread]))
  const news = rows
    .filter((row) => hasNews(row, threadOf.get(row.id), away))
    .toSorted((one, other) => other.activityAt - one.activityAt)
    .map((row) => whose(row.id))
  if (sent.length + held.length + news.length === 0) return null
  return { awayMs: away.backAt - away.since, sent, held, news }
}

/** The review of what the person has not read of yet; null when there is none. */
export async function readReview(db: Database): Promise<Review | null> {
  const away = (await db.meta.get('away'))?.value as Away | undefined
  if (away === undefined) return null
  const tables = [db.conversations, db.threads, db.outbox, db.claims]
  return db.transaction('r', tables, async () => {
    const opIds = new Set(away.ops.map((op) => op.opId))
    const [ops, rows, claims, own] = await Promise.all([
      db.outbox.orderBy('seq').toArray(),
      db.conversations.filter((row) => row.activityAt >= away.since).toArray(),
      db.claims.filter((claim) => opIds.has(claim.opId)).toArray(),
      db.conversations.bulkGet([...new Set(away.ops.map((op) => op.conversationId))]),
    ])
    const threads = await db.threads.bulkGet(rows.map((row) => row.id))
    const known = new Map([...own, ...rows].flatMap((row) => (row === undefined ? [] : [[row.id, row] as const])))
    const nameOf = (id: string): string =>
      overlayConversation({
        id,
        row: known.get(id),
        ops: ops.filter((op) => op.conversationId === id),
        seen: undefined,
      }).name
    return reviewOf({ away, ops, claims, rows, threads: threads.filter((one) => one !== undefined), nameOf })
  })
}

function isPersons(op: Op): boolean {
  return op.state === 'asking' || op.state === 'failed'
}

/** What stands behind one that waits for a person waits with it. */
function isMoving(op: Op, ops: readonly Op[]): boolean {
  return !ops.some((one) => one.conversationId === op.conversationId && one.seq <= op.seq && isPersons(one))
}

/** A thread that was not read yet is judged by its row, which knows when we noticed, and not when it was said. */
function hasNews(row: ConversationRow, thread: ThreadRow | undefined, { since, backAt }: Away): boolean {
  if (row.newest === undefined || thread === undefined) {
    return row.unread === true && row.activityAt >= since && row.activityAt <= backAt + SETTLE_MS
  }
  return thread.messages.some(
    ({ sender, sentAt }) => sender === 'customer' && sentAt !== null && sentAt >= since && sentAt <= backAt,
  )
}
