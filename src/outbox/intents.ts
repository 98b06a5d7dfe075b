import { commit } from '../db/commit.ts'
import { type Database } from '../db/database.ts'
import { readListRows } from '../db/list-rows.ts'
import { makeLocalId } from '../db/local-id.ts'
import type { Op } from '../db/op.ts'
import { noteStep, type UndoStep } from '../db/undo-journal.ts'
import { invariant } from '../shared/failure.ts'
import type { Status } from '../shared/model.ts'
import { type OutgoingProblem, outgoingProblem, outgoingText } from '../shared/text/outgoing-text.ts'
import { acceptChanges, acceptOp, readChannel, discard, readEffectiveFields, takeBackOp } from './accept.ts'
import type { ChangeIntent } from './engine/coalesce.ts'
import { lastSeenMessage } from './engine/guard.ts'
import { dropSentVersions } from './drafts.ts'
import {
  type Act,
  agreedChange,
  isActAllowed,
  messageAgreedWith,
  retryChange,
  sendAnywayChange,
  sendNowChange,
} from './decisions.ts'
import { holdMsFor, readOutboxSettings } from './settings.ts'
import { listOpsOf } from './store.ts'

/**
 * Everything the user can ask of the server. Each command is one transaction that queues ops. No command waits for the network; its
 * effect is on screen as soon as the transaction has committed.
 */

type Reply = { readonly conversationId: string; readonly content: string; readonly caret?: number }

/**
 * Queues a reply and deletes its draft in one transaction, so that a crash can neither lose the text nor send it twice. Returns null, or
 * the reason why the text cannot be sent; nothing is changed then.
 */
export async function sendMessage(db: Database, reply: Reply): Promise<OutgoingProblem | null> {
  const problem = outgoingProblem(reply.content)
  if (problem === null) await commit(db, tablesOfReply(db), () => acceptReply(db, reply))
  return problem
}

/** The new status that a message brings, and the conversation's name. Undo reverts it as a step. */
export type FinishStep = UndoStep & { readonly name: string; readonly status: 'resolved' | 'closed' }

/**
 * Like `sendMessage`, and resolves or closes the conversation after it. The status change is sent when the message has arrived. It is
 * removed, with its undo step, when the message is taken back or discarded. `step` is null when the conversation has the status already.
 */
export async function sendAndFinish(
  db: Database,
  reply: Reply,
  status: 'resolved' | 'closed',
): Promise<{ readonly problem: OutgoingProblem | null; readonly step: FinishStep | null }> {
  const problem = outgoingProblem(reply.content)
  if (problem !== null) return { problem, step: null }
  const tables = [...tablesOfReply(db), db.seen, db.flags, db.journal]
  const step = await commit(db, tables, () => acceptLastReply(db, reply, status))
  return { problem: null, step }
}

async function acceptLastReply(db: Database, reply: Reply, status: 'resolved' | 'closed'): Promise<FinishStep | null> {
  const { conversationId } = reply
  // Older than its message, so that undo takes the message back first, and the change with it.
  const doneAt = Date.now() - 1
  const current = await readEffectiveFields(db, conversationId)
  const [row] = await readListRows(db, [conversationId])
  const messageId = await acceptReply(db, reply)
  if (current.status === status) return null
  const base = current.status === undefined ? {} : { status: current.status }
  const change = status === 'closed' ? { kind: 'close' as const, base } : { kind: 'patch' as const, status, base }
  const stepId = await acceptOp(db, conversationId, change, 0, { follows: messageId })
  if (row === undefined || row.shown === null || row.shown.status === status) return null
  const step = { stepId, field: 'status', doneAt } as const
  await noteStep(db, { ...step, changes: [{ conversationId, before: row.shown.status, after: status }] })
  return { ...step, name: row.shown.name, status }
}

function tablesOfReply(db: Database) {
  return [db.outbox, db.drafts, db.draftVersions, db.threads, db.conversations, db.meta]
}

async function acceptReply(db: Database, { conversationId, ...reply }: Reply): Promise<string> {
  const thread = await db.threads.get(conversationId)
  const holdMs = holdMsFor(await readOutboxSettings(db), await readChannel(db, conversationId))
  const id = await acceptOp(
    db,
    conversationId,
    { kind: 'send', ...reply, content: outgoingText(reply.content), ...lastSeenMessage(thread?.messages ?? []) },
    holdMs,
  )
  await dropSentVersions(db, conversationId, reply.content)
  await db.drafts.delete(conversationId)
  return id
}

/**
 * Starts a conversation and returns its local id. A first message with visible text is a second op. Throws when the text is too long:
 * the form must prevent that.
 */
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
  const { content = '', ...contact } = wanted
  const problem = outgoingProblem(content)
  invariant(problem !== 'too-long', 'the form rejects a first message that is too long')
  const conversationId = makeLocalId()
  await commit(db, [db.outbox, db.meta], async () => {
    await acceptOp(db, conversationId, { kind: 'create', ...contact }, 0)
    if (problem !== null) return
    const holdMs = holdMsFor(await readOutboxSettings(db), contact.channel)
    await acceptOp(db, conversationId, { kind: 'send', content: outgoingText(content), seenMessageId: null }, holdMs)
  })
  return conversationId
}

export async function setStatus(
  db: Database,
  change: { readonly conversationId: string; readonly status: Exclude<Status, 'closed'> },
): Promise<void> {
  await setStatuses(db, [change])
}

export async function closeConversation(db: Database, target: { readonly conversationId: string }): Promise<void> {
  await setStatuses(db, [{ ...target, status: 'closed' }])
}

/** Sets several statuses in one transaction. Each conversation may occur once. */
export async function setStatuses(
  db: Database,
  changes: readonly { readonly conversationId: string; readonly status: Status }[],
): Promise<void> {
  const wantedOf = (status: Status): ChangeIntent =>
    status === 'closed' ? { kind: 'close' } : { kind: 'patch', status }
  await acceptChanges(
    db,
    changes.map(({ conversationId, status }) => ({ conversationId, wanted: wantedOf(status) })),
  )
}

export async function renameCustomer(
  db: Database,
  change: { readonly conversationId: string; readonly customerName: string },
): Promise<void> {
  const { conversationId, customerName } = change
  await acceptChanges(db, [{ conversationId, wanted: { kind: 'patch', customerName } }])
}

/** `tags` is the complete wanted list, so the result is the same whether the server adds or replaces tags. */
export async function setTags(
  db: Database,
  change: { readonly conversationId: string; readonly tags: readonly string[] },
): Promise<void> {
  await setTagLists(db, [change])
}

/** Sets the tags of several conversations in one transaction. Each conversation may occur once. */
export async function setTagLists(
  db: Database,
  changes: readonly { readonly conversationId: string; readonly tags: readonly string[] }[],
): Promise<void> {
  await acceptChanges(
    db,
    changes.map(({ conversationId, tags }) => ({ conversationId, wanted: { kind: 'patch', tags } })),
  )
}

/** Sends a failed or waiting op now. An op that asks is confirmed. */
export async function retryOp(db: Database, target: { readonly opId: string }): Promise<void> {
  await act(db, target.opId, 'retry', (op) => change(db, op, retryChange(op, Date.now())))
  await sendAnyway(db, target)
}

/** Sends an op that asks: the user has seen the newer messages and confirms. A new conversation from a backup takes its first message along. */
export async function sendAnyway(db: Database, target: { readonly opId: string }): Promise<void> {
  await act(db, target.opId, 'send anyway', async (op) => {
    const thread = await db.threads.get(op.conversationId)
    const message = messageAgreedWith(op, await listOpsOf(db, op.conversationId))
    const now = Date.now()
    await change(db, op, sendAnywayChange(op, thread?.messages ?? [], now))
    if (message !== undefined) await change(db, message, agreedChange(message, now))
  })
}

/** Deletes an op that the user knows to be delivered. No message is claimed for it. */
export async function markDelivered(db: Database, target: { readonly opId: string }): Promise<void> {
  await act(db, target.opId, 'it was delivered', (op) => db.outbox.delete(op.seq))
}

/** Deletes an op that is not being sent. Discarding a create deletes every op of its conversation. */
export async function discardOp(db: Database, target: { readonly opId: string }): Promise<void> {
  await act(db, target.opId, 'discard', (op) => discard(db, op))
}

/**
 * Moves a queued message's text back into the composer, before any text that is already there. Returns false when the message can no
 * longer be taken back.
 */
export async function editOp(db: Database, target: { readonly opId: string }): Promise<boolean> {
  return act(db, target.opId, 'edit', (op) => takeBackOp(db, op))
}

/** Like `editOp`, but only within the undo window. */
export async function undoSend(db: Database, target: { readonly opId: string }): Promise<boolean> {
  return act(db, target.opId, 'undo', (op) => takeBackOp(db, op))
}

/** Ends the undo window early. */
export async function sendNow(db: Database, target: { readonly opId: string }): Promise<void> {
  await act(db, target.opId, 'send now', (op) => change(db, op, sendNowChange(op)))
}

/** Runs the act if the op's state still allows it. The state may have changed since the user's screen was drawn. Returns whether it ran. */
async function act(db: Database, opId: string, wanted: Act, run: (op: Op) => PromiseLike<unknown>): Promise<boolean> {
  return commit(db, [db.outbox, db.drafts, db.draftVersions, db.threads, db.journal], async () => {
    const op = await db.outbox.get({ id: opId })
    if (op === undefined || !isActAllowed(op, wanted)) return false
    await run(op)
    return true
  })
}

async function change(db: Database, op: Op, fields: Partial<Op>): Promise<void> {
  await db.outbox.update(op.seq, { ...fields, revision: op.revision + 1 })
}
