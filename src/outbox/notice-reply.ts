import { commit } from '../db/commit.ts'
import type { Database } from '../db/database.ts'
import { messagesAfter, noteAnswer, readShownNotice, type ShownNotice } from '../db/shown-notices.ts'
import { opIdOfNotice } from '../shared/notification.ts'
import { type OutgoingProblem, outgoingProblem, outgoingText } from '../shared/text/outgoing-text.ts'
import { acceptOp, readChannel } from './accept.ts'
import { keepVersions } from './drafts.ts'
import { lastSeenMessage } from './engine/guard.ts'
import { holdMsFor, readOutboxSettings } from './settings.ts'
import { listOpsOf } from './store.ts'

/** Why a reply is not sent although the caller knows nothing of the database. */
export type ReplyRefusal = 'locked' | 'open-placeholder'

/**
 * What became of a reply that was typed in a notification.
 * - `queued`: an op, as if it were typed in the composer.
 * - `repeated`: the system reported the same reply before.
 * - `unknown`: no notification with this id; the reply is lost, as its conversation is unknown.
 * - `kept`: not sent, and kept as a draft and among the earlier drafts.
 */
export type NoticeReply =
  | { readonly kind: 'queued' | 'repeated' | 'empty'; readonly conversationId: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'kept'; readonly conversationId: string; readonly why: KeptBecause }

export type KeptBecause =
  | ReplyRefusal
  | Exclude<OutgoingProblem, 'nothing-to-see'>
  | 'gone'
  | 'call'
  | 'newer-messages'
  | 'second-reply'

/**
 * Queues a reply, and notes it with the notification, in one transaction: neither a crash nor a doubled report can lose it or send it twice. The
 * op's id is made of the notification's. A draft of the conversation stays as it is.
 */
export async function replyToNotice(
  db: Database,
  reply: { readonly noticeId: string; readonly text: string; readonly refusal: ReplyRefusal | null },
): Promise<NoticeReply> {
  const { noticeId, text } = reply
  const tables = [db.outbox, db.drafts, db.draftVersions, db.threads, db.conversations, db.meta]
  const hash = db.sealer.hash(text)
  return commit(db, tables, async (): Promise<NoticeReply> => {
    const notice = await readShownNotice(db, noticeId)
    if (notice === undefined) return { kind: 'unknown' }
    const { conversationId } = notice
    if (notice.replied === hash) return { kind: 'repeated', conversationId }
    const problem = outgoingProblem(text)
    if (problem === 'nothing-to-see') return { kind: 'empty', conversationId }
    const why = reply.refusal ?? problem ?? (await refusalOf(db, notice))
    if (notice.replied === undefined) await noteAnswer(db, noticeId, { replied: hash })
    if (why === null) await queue(db, notice, text)
    else await keepReply(db, conversationId, text)
    return why === null ? { kind: 'queued', conversationId } : { kind: 'kept', conversationId, why }
  })
}

async function refusalOf(db: Database, notice: ShownNotice): Promise<KeptBecause | null> {
  const { conversationId, replied } = notice
  if (replied !== undefined) return 'second-reply'
  const row = await db.conversations.get(conversationId)
  if (row === undefined && (await listOpsOf(db, conversationId)).length === 0) return 'gone'
  if (row?.channel === 'voice') return 'call'
  const thread = await db.threads.get(conversationId)
  return messagesAfter(notice, thread?.messages ?? []).length > 0 ? 'newer-messages' : null
}

async function queue(db: Database, { noticeId, conversationId }: ShownNotice, text: string): Promise<void> {
  const thread = await db.threads.get(conversationId)
  const holdMs = holdMsFor(await readOutboxSettings(db), await readChannel(db, conversationId))
  const content = outgoingText(text)
  const intent = { kind: 'send' as const, content, ...lastSeenMessage(thread?.messages ?? []) }
  await acceptOp(db, conversationId, intent, holdMs, { id: opIdOfNotice(noticeId) })
}

/** A composer that is open may hold a newer draft than the database, so the text is also kept among the earlier ones. */
async function keepReply(db: Database, conversationId: string, text: string): Promise<void> {
  const now = Date.now()
  await keepVersions(db, conversationId, [text], now)
  if ((await db.drafts.get(conversationId)) === undefined)
    await db.drafts.put({ conversationId, text, caret: text.length, updatedAt: now })
}
