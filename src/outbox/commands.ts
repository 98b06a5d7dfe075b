import { commit } from '../db/commit.ts'
import { type Database, makeLocalId } from '../db/database.ts'
import type { Intent, Op } from '../db/op.ts'
import type { Status } from '../shared/model.ts'

/**
 * Everything a person can ask of the server. Each command is one transaction that makes ops; none
 * waits for the network, and what it asks is on screen as soon as it is durable.
 */

/** Queues a reply and takes its draft away, together: a crash can neither lose the words nor say them twice. */
export async function sendMessage(
  db: Database,
  message: { readonly conversationId: string; readonly content: string },
): Promise<void> {
  const { conversationId, content } = message
  await commit(db, [db.outbox, db.drafts, db.threads], async () => {
    const thread = await db.threads.get(conversationId)
    const seenMessageId = thread?.messages.at(-1)?.id ?? null
    await db.outbox.add(newOp(conversationId, { kind: 'send', content, seenMessageId }))
    await db.drafts.delete(conversationId)
  })
}

/** Begins a conversation and, as an op of its own, says the first words. Gives the conversation's local id. */
export async function startConversation(
  db: Database,
  wanted: {
    readonly channel: string
    readonly customerPhone?: string
    readonly customerEmail?: string
    readonly customerName?: string
    readonly content?: string
  },
): Promise<string> {
  const { content, ...contact } = wanted
  const conversationId = makeLocalId()
  await commit(db, [db.outbox], async () => {
    await db.outbox.add(newOp(conversationId, { kind: 'create', ...contact }))
    if (content !== undefined && content.trim() !== '') {
      await db.outbox.add(newOp(conversationId, { kind: 'send', content, seenMessageId: null }))
    }
  })
  return conversationId
}

export async function setStatus(
  db: Database,
  change: { readonly conversationId: string; readonly status: Exclude<Status, 'closed'> },
): Promise<void> {
  await queue(db, newOp(change.conversationId, { kind: 'patch', status: change.status }))
}

export async function closeConversation(db: Database, target: { readonly conversationId: string }): Promise<void> {
  await queue(db, newOp(target.conversationId, { kind: 'close' }))
}

export async function renameCustomer(
  db: Database,
  change: { readonly conversationId: string; readonly customerName: string },
): Promise<void> {
  await queue(db, newOp(change.conversationId, { kind: 'patch', customerName: change.customerName }))
}

/** `tags` is the complete wanted list: whether the server adds or replaces, both then come to the same. */
export async function setTags(
  db: Database,
  change: { readonly conversationId: string; readonly tags: readonly string[] },
): Promise<void> {
  await queue(db, newOp(change.conversationId, { kind: 'patch', tags: change.tags }))
}

/** Tries a refused op again, or sends one that asked: the person takes it upon themselves. */
export async function retryOp(db: Database, target: { readonly opId: string }): Promise<void> {
  await changeResting(db, target.opId, (op) =>
    db.outbox.update(op.seq, { state: 'queued', notBefore: 0, failure: null }),
  )
}

/** Drops an op that is not on its way. Dropping the beginning of a conversation drops all that waits for it. */
export async function discardOp(db: Database, target: { readonly opId: string }): Promise<void> {
  await changeResting(db, target.opId, (op) => discard(db, op))
}

/** Takes a message out of the queue and puts its words back into the composer, before any that were begun since. */
export async function editOp(db: Database, target: { readonly opId: string }): Promise<void> {
  await changeResting(db, target.opId, async (op) => {
    if (op.intent.kind !== 'send') return
    const { conversationId, intent } = op
    const draft = await db.drafts.get(conversationId)
    const text = draft === undefined ? intent.content : `${intent.content}\n${draft.text}`
    await db.drafts.put({ conversationId, text, caret: intent.content.length, updatedAt: Date.now() })
    await discard(db, op)
  })
}

/** This device has shown the conversation's last words. The API has no call for it, so it is no op. */
export async function markSeen(db: Database, target: { readonly conversationId: string }): Promise<void> {
  await db.transaction('rw', [db.conversations, db.seen], async () => {
    const row = await db.conversations.get(target.conversationId)
    if (row?.unread !== true) return
    await db.seen.put({ conversationId: row.id, lastMessage: row.lastMessage ?? '', seenAt: Date.now() })
  })
}

/** Runs a change on an op that is neither on its way nor of unknown fate; another one is left alone. */
async function changeResting(db: Database, opId: string, change: (op: Op) => PromiseLike<unknown>): Promise<void> {
  await commit(db, [db.outbox, db.drafts], async () => {
    const op = await db.outbox.get({ id: opId })
    if (op !== undefined && op.state !== 'sending' && op.state !== 'uncertain') await change(op)
  })
}

async function discard(db: Database, op: Op): Promise<void> {
  if (op.intent.kind === 'create') await db.outbox.where('conversationId').equals(op.conversationId).delete()
  else await db.outbox.delete(op.seq)
}

/** In a transaction of its own, so that no screen sees the op before it is durable. */
async function queue(db: Database, op: Omit<Op, 'seq'>): Promise<void> {
  await commit(db, [db.outbox], () => db.outbox.add(op))
}

function newOp(conversationId: string, intent: Intent): Omit<Op, 'seq'> {
  return {
    id: crypto.randomUUID(),
    conversationId,
    intent,
    state: 'queued',
    attempts: [],
    notBefore: 0,
    verify: null,
    failure: null,
    createdAt: Date.now(),
  }
}
