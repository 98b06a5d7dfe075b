import type { Away } from './away.ts'
import { SETTLE_MS } from './settle-time.ts'
import type { Database } from './database.ts'
import type { ClaimRow, ConversationRow, ThreadRow } from './rows.ts'
import type { Op } from './op.ts'
import { type Echo, echoOf, overlayConversation } from './overlay.ts'

/** The summary after a long time offline: what was sent, what was held back, what came in. */
export type Review = {
  /** Time offline, ms. */
  readonly awayMs: number
  /** Messages that arrived. Changes are not counted: once an op is gone, it is unknown whether it was applied or discarded. */
  readonly sent: readonly (ReviewedConversation & { readonly count: number })[]
  /** Ops that need the user, in queue order. */
  readonly held: readonly (ReviewedConversation & { readonly echo: Echo; readonly intent: Op['intent'] })[]
  /** Conversations with new customer messages, newest first. */
  readonly news: readonly ReviewedConversation[]
}

/** The channel tells two conversations with one customer apart. */
export type ReviewedConversation = {
  readonly conversationId: string
  readonly name: string
  readonly channel: string
}

export type ReviewInput = {
  readonly away: Away
  /** The whole outbox. */
  readonly ops: readonly Op[]
  /** Claims of the finished ops. */
  readonly claims: readonly ClaimRow[]
  /** Conversations that may have changed since. */
  readonly rows: readonly ConversationRow[]
  readonly threads: readonly ThreadRow[]
  readonly summaryOf: (conversationId: string) => Pick<ReviewedConversation, 'name' | 'channel'>
}

/** Null while ops are still being sent, or when there is nothing to report. */
export function reviewOf({ away, ops, claims, rows, threads, summaryOf }: ReviewInput): Review | null {
  const known = new Set(away.ops.map((op) => op.opId))
  const remaining = ops.filter((op) => known.has(op.id))
  if (remaining.some((op) => isInTransit(op, ops))) return null
  const conversationOf = (conversationId: string): ReviewedConversation => ({
    conversationId,
    ...summaryOf(conversationId),
  })
  const claimed = new Set(claims.map((claim) => claim.opId))
  const arrived = away.ops.filter((op) => op.kind === 'send' && claimed.has(op.opId))
  const counts = new Map<string, number>()
  for (const { conversationId } of arrived) counts.set(conversationId, (counts.get(conversationId) ?? 0) + 1)
  const sent = [...counts].map(([conversationId, count]) => ({ ...conversationOf(conversationId), count }))
  const held = remaining
    .filter(needsUser)
    .map((op) => ({ ...conversationOf(op.conversationId), echo: echoOf(op, []), intent: op.intent }))
  const threadOf = new Map(threads.map((thread) => [thread.conversationId, thread]))
  const news = rows
    .filter((row) => hasNews(row, threadOf.get(row.id), away))
    .toSorted((a, b) => b.activityAt - a.activityAt)
    .map((row) => conversationOf(row.id))
  if (sent.length + held.length + news.length === 0) return null
  return { awayMs: away.backAt - away.since, sent, held, news }
}

/** The review that the user has not dismissed yet; null when there is none. */
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
    const summaryOf: ReviewInput['summaryOf'] = (id) => {
      const own = ops.filter((op) => op.conversationId === id)
      const { name, channel } = overlayConversation({ id, row: known.get(id), ops: own, seen: undefined })
      return { name, channel }
    }
    return reviewOf({ away, ops, claims, rows, threads: threads.filter((thread) => thread !== undefined), summaryOf })
  })
}

function needsUser(op: Op): boolean {
  return op.state === 'asking' || op.state === 'failed'
}

/** False for an op that needs the user, and for every op queued behind it. */
function isInTransit(op: Op, ops: readonly Op[]): boolean {
  return !ops.some((other) => other.conversationId === op.conversationId && other.seq <= op.seq && needsUser(other))
}

/** A thread not downloaded since is judged by its row, which has the time of our read instead of the message's. Hence the margin. */
function hasNews(row: ConversationRow, thread: ThreadRow | undefined, { since, backAt }: Away): boolean {
  if (row.newest === undefined || thread === undefined) {
    return row.unread === true && row.activityAt >= since && row.activityAt <= backAt + SETTLE_MS
  }
  return thread.messages.some(
    ({ sender, sentAt }) => sender === 'customer' && sentAt !== null && sentAt >= since && sentAt <= backAt,
  )
}
