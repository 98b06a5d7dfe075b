import { NOTHING_PENDING, type Pending, type Unsent } from '../shared/pending.ts'
import type { Database } from './database.ts'
import type { ConversationRow } from './rows.ts'
import type { Op } from './op.ts'
import { groupOps, readOpsOf } from './ops-of.ts'
import { type ConversationSummary, type Echo, echoOf, overlayConversation } from './overlay.ts'

/** One op as the Outbox view shows it. */
export type OutboxEntry = {
  readonly op: Op
  readonly echo: Echo
  readonly conversation: ConversationSummary
  /** Its position in its conversation: first, behind another op, or behind one that needs the user. */
  readonly place: 'first' | 'behind' | 'blocked'
}

export type OutboxList = {
  /** Ops that ask or failed, in queue order. */
  readonly needsUser: readonly OutboxEntry[]
  /** Ops that are sent automatically, in queue order. */
  readonly waiting: readonly OutboxEntry[]
}

/** All ops that the server has not confirmed. */
export async function listOutbox(db: Database): Promise<OutboxList> {
  return db.transaction('r', [db.outbox, db.conversations, db.threads], async () => {
    const ops = await db.outbox.orderBy('seq').toArray()
    const ids = [...new Set(ops.map((op) => op.conversationId))]
    const staleIds = ops.flatMap((op) => (op.question?.why === 'stale' ? [op.conversationId] : []))
    const [rows, threads] = await Promise.all([db.conversations.bulkGet(ids), db.threads.bulkGet(staleIds)])
    const messagesOf = new Map(threads.map((thread) => [thread?.conversationId, thread?.messages]))
    const opsOf = groupOps(ops)
    const entries = ids.flatMap((id, index) =>
      entriesOf(id, rows[index], opsOf.get(id) ?? [], messagesOf.get(id) ?? []),
    )
    entries.sort((a, b) => a.op.seq - b.op.seq)
    return {
      needsUser: entries.filter(({ op }) => needsUser(op)),
      waiting: entries.filter(({ op }) => !needsUser(op)),
    }
  })
}

function entriesOf(
  id: string,
  row: ConversationRow | undefined,
  ops: readonly Op[],
  messages: Parameters<typeof echoOf>[1],
): readonly OutboxEntry[] {
  const conversation = overlayConversation({ id, row, ops, seen: undefined })
  const firstBlocking = ops.findIndex(needsUser)
  return ops.map((op, index) => ({
    op,
    conversation,
    echo: echoOf(op, messages),
    place: index === 0 ? 'first' : firstBlocking >= 0 && firstBlocking < index ? 'blocked' : 'behind',
  }))
}

function needsUser(op: Pick<Op, 'state'>): boolean {
  return op.state === 'asking' || op.state === 'failed'
}

export type OutboxCounts = { readonly waiting: number; readonly asking: number; readonly failed: number }

export function countOps(ops: readonly Op[]): OutboxCounts {
  const counts = { waiting: 0, asking: 0, failed: 0 }
  for (const { state } of ops) counts[state === 'asking' || state === 'failed' ? state : 'waiting'] += 1
  return counts
}

export async function readUnsent(db: Pick<Database, 'outbox'>): Promise<Unsent> {
  return unsentOf(await listAll(db))
}

/** The number of unsent ops by kind, split into those that wait and those that need the user. */
export function unsentOf(
  ops: readonly { readonly state: Op['state']; readonly intent: Pick<Op['intent'], 'kind'> }[],
): Unsent {
  const unsent = { waiting: { ...NOTHING_PENDING }, asking: { ...NOTHING_PENDING } }
  for (const op of ops) unsent[needsUser(op) ? 'asking' : 'waiting'][KINDS[op.intent.kind]] += 1
  return unsent
}

const KINDS: Readonly<Record<Op['intent']['kind'], keyof Pending>> = {
  send: 'messages',
  create: 'conversations',
  patch: 'changes',
  close: 'changes',
}

/** The last message that can still be undone, in one conversation or in all; null when there is none. */
export async function findLastHeld(
  db: Database,
  conversationId?: string,
): Promise<{ readonly opId: string; readonly conversationId: string; readonly saidAt: number } | null> {
  const op = (await listOf(db, conversationId)).findLast(
    ({ state, intent }) => state === 'held' && intent.kind === 'send',
  )
  return op === undefined ? null : { opId: op.id, conversationId: op.conversationId, saidAt: op.createdAt }
}

/** The message in its undo window that a step goes with ("Send and resolve"); null for any other step. */
export async function findHeldOf(
  db: Database,
  stepId: string,
): Promise<{ readonly opId: string; readonly conversationId: string } | null> {
  const change = await db.outbox.get({ id: stepId })
  const message = change?.follows === undefined ? undefined : await db.outbox.get({ id: change.follows })
  return message?.state === 'held' ? { opId: message.id, conversationId: message.conversationId } : null
}

/** What happened to the last message sent from this device after its undo window ended, in one conversation or in all. */
export async function readLastFate(
  db: Database,
  conversationId?: string,
): Promise<'under-way' | 'waiting' | 'gone-out' | 'nothing'> {
  const last = (await listOf(db, conversationId)).findLast(({ intent }) => intent.kind === 'send')
  const claims = conversationId === undefined ? db.claims : db.claims.where('conversationId').equals(conversationId)
  if (last === undefined) return (await claims.count()) > 0 ? 'gone-out' : 'nothing'
  return last.state === 'sending' || last.state === 'uncertain' ? 'under-way' : 'waiting'
}

async function listOf(db: Database, conversationId: string | undefined): Promise<readonly Op[]> {
  return conversationId === undefined ? listAll(db) : readOpsOf(db, [conversationId])
}

/**
 * Reads all ops in one query, in queue order. After a change of a thousand conversations, reading them one by one would take a second,
 * during which no command can write.
 */
async function listAll(db: Pick<Database, 'outbox'>): Promise<readonly Op[]> {
  return db.outbox.orderBy('seq').toArray()
}
