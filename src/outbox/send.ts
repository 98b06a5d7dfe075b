import { commit } from '../db/commit.ts'
import { type Database } from '../db/database.ts'
import { readListRows } from '../db/list-rows.ts'
import { makeLocalId } from '../db/local-id.ts'
import { noteStep, type UndoStep } from '../db/undo-journal.ts'
import { invariant } from '../shared/failure.ts'
import { type OutgoingProblem, outgoingProblem, outgoingText } from '../shared/text/outgoing-text.ts'
import { acceptOp, readChannel, readEffectiveFields } from './accept.ts'
import { dropSentVersions } from './drafts.ts'
import { lastSeenMessage } from './engine/guard.ts'
import { holdMsFor, readOutboxSettings } from './settings.ts'
/** What the user sends: replies and new conversations. Each command is one transaction, as those in intents.ts are. */

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
