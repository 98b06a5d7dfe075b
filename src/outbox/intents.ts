import { commit } from '../db/commit.ts'
import { type Database } from '../db/database.ts'
import type { Op } from '../db/op.ts'
import type { Status } from '../shared/model.ts'
import { acceptChanges, discard, takeBackOp } from './accept.ts'
import type { ChangeIntent } from './engine/coalesce.ts'
import {
  type Act,
  agreedChange,
  isActAllowed,
  messageAgreedWith,
  retryChange,
  sendAnywayChange,
  sendNowChange,
} from './decisions.ts'
import { listOpsOf } from './store.ts'

/**
 * What the user can ask of the server, beside what send.ts sends. Each command is one transaction that queues ops. No command waits for the network; its
 * effect is on screen as soon as the transaction has committed.
 */

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
