import { commit } from '../db/commit.ts'
import { type Database } from '../db/database.ts'
import { makeLocalId } from '../db/local-id.ts'
import type { Op } from '../db/op.ts'
import { invariant } from '../shared/failure.ts'
import type { Status } from '../shared/model.ts'
import { type OutgoingProblem, outgoingProblem, outgoingText } from '../shared/text/outgoing-text.ts'
import { acceptChanges, acceptOp, channelOf, discard, readEffectiveFields, takeBackOp } from './accept.ts'
import type { ChangeIntent } from './engine/coalesce.ts'
import { lastSeenMessage } from './engine/guard.ts'
import { dropSentVersions } from './drafts.ts'
import { type Act, isActAllowed, retryChange, sendAnywayChange, sendNowChange } from './decisions.ts'
import { holdMsFor, readOutboxSettings } from './settings.ts'

/**
 * Everything a person can ask of the server. Each command is one transaction that makes ops; none
 * waits for the network, and what it asks is on screen as soon as it is durable.
 */

/** Words to be said in a conversation. */
type Reply = { readonly conversationId: string; readonly content: string; readonly caret?: number }

/**
 * Queues a reply and takes its draft away, together: a crash can neither lose the words nor say them twice. Gives why the text cannot be
 * sent, and then changes nothing; null when it is queued.
 */
export async function sendMessage(db: Database, reply: Reply): Promise<OutgoingProblem | null> {
  const problem = outgoingProblem(reply.content)
  if (problem === null) await commit(db, tablesOfReply(db), () => acceptReply(db, reply))
  return problem
}

/**
 * The same, with the conversation resolved or closed behind it. The change waits in the message's lane: it goes out once the message has arrived, and
 * goes with it when the message is taken back or discarded.
 */
export async function sendAndFinish(
  db: Database,
  reply: Reply,
  status: 'resolved' | 'closed',
): Promise<OutgoingProblem | null> {
  const { conversationId } = reply
  const problem = outgoingProblem(reply.content)
  if (problem !== null) return problem
  await commit(db, tablesOfReply(db), async () => {
    const standing = await readEffectiveFields(db, conversationId)
    const messageId = await acceptReply(db, reply)
    if (standing.status === status) return
    const base = standing.status === undefined ? {} : { status: standing.status }
    const change = status === 'closed' ? { kind: 'close' as const, base } : { kind: 'patch' as const, status, base }
    await acceptOp(db, conversationId, change, 0, messageId)
  })
  return null
}

function tablesOfReply(db: Database) {
  return [db.outbox, db.drafts, db.draftVersions, db.threads, db.conversations, db.meta]
}

async function acceptReply(db: Database, { conversationId, ...words }: Reply): Promise<string> {
  const thread = await db.threads.get(conversationId)
  const holdMs = holdMsFor(await readOutboxSettings(db), await channelOf(db, conversationId))
  const id = await acceptOp(
    db,
    conversationId,
    { kind: 'send', ...words, content: outgoingText(words.content), ...lastSeenMessage(thread?.messages ?? []) },
    holdMs,
  )
  await dropSentVersions(db, conversationId, words.content)
  await db.drafts.delete(conversationId)
  return id
}

/**
 * Begins a conversation and, as an op of its own, says the first words. Without words that can be seen there is no such op; words that are
 * too long are a caller's bug. Gives the conversation's local id.
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
  invariant(problem !== 'too-long', 'the form holds back a first message that is too long')
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

/** Those of many conversations, in one transaction; each at most once. */
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

/** `tags` is the complete wanted list: whether the server adds or replaces, both then come to the same. */
export async function setTags(
  db: Database,
  change: { readonly conversationId: string; readonly tags: readonly string[] },
): Promise<void> {
  await setTagLists(db, [change])
}

/** Those of many conversations, in one transaction; each at most once. */
export async function setTagLists(
  db: Database,
  changes: readonly { readonly conversationId: string; readonly tags: readonly string[] }[],
): Promise<void> {
  await acceptChanges(
    db,
    changes.map(({ conversationId, tags }) => ({ conversationId, wanted: { kind: 'patch', tags } })),
  )
}

/** Tries a refused op again, or a waiting one at once; one that asked is sent anyway. */
export async function retryOp(db: Database, target: { readonly opId: string }): Promise<void> {
  await act(db, target.opId, 'retry', (op) => change(db, op, retryChange(op, Date.now())))
  await sendAnyway(db, target)
}

/** Sends what asked: the person has seen what is new, and takes it upon themselves. */
export async function sendAnyway(db: Database, target: { readonly opId: string }): Promise<void> {
  await act(db, target.opId, 'send anyway', async (op) => {
    const thread = await db.threads.get(op.conversationId)
    await change(db, op, sendAnywayChange(op, thread?.messages ?? [], Date.now()))
  })
}

/** The person knows that it arrived: it is taken off the queue, and no message is claimed for it. */
export async function markDelivered(db: Database, target: { readonly opId: string }): Promise<void> {
  await act(db, target.opId, 'it was delivered', (op) => db.outbox.delete(op.seq))
}

/** Drops an op that is not on its way. Dropping the beginning of a conversation drops all that waits for it. */
export async function discardOp(db: Database, target: { readonly opId: string }): Promise<void> {
  await act(db, target.opId, 'discard', (op) => discard(db, op))
}

/**
 * Takes a message out of the queue and puts its words back into the composer, before any that were begun since. False when it was too
 * late.
 */
export async function editOp(db: Database, target: { readonly opId: string }): Promise<boolean> {
  return act(db, target.opId, 'edit', (op) => takeBackOp(db, op))
}

/** The same within the undo window, and only there: false when it was too late. */
export async function undoSend(db: Database, target: { readonly opId: string }): Promise<boolean> {
  return act(db, target.opId, 'undo', (op) => takeBackOp(db, op))
}

/** Ends the undo window. */
export async function sendNow(db: Database, target: { readonly opId: string }): Promise<void> {
  await act(db, target.opId, 'send now', (op) => change(db, op, sendNowChange(op)))
}

/** Does to an op what its state allows; what it does not allow is left undone, for the op moved on while the person looked. */
async function act(db: Database, opId: string, wanted: Act, run: (op: Op) => PromiseLike<unknown>): Promise<boolean> {
  return commit(db, [db.outbox, db.drafts, db.draftVersions, db.threads], async () => {
    const op = await db.outbox.get({ id: opId })
    if (op === undefined || !isActAllowed(op, wanted)) return false
    await run(op)
    return true
  })
}

async function change(db: Database, op: Op, fields: Partial<Op>): Promise<void> {
  await db.outbox.update(op.seq, { ...fields, revision: op.revision + 1 })
}
