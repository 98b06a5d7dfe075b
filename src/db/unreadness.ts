import { isSameText } from '../shared/text/same-text.ts'
import type { Database } from './database.ts'
import type { ConversationRow, SeenRow } from './rows.ts'

/** What of a conversation has not been seen here. */
export type Unreadness = {
  readonly isUnread: boolean
  /** Epoch ms at which a person marked it as unread; null when nobody did since it was seen. */
  readonly markedAt: number | null
  /** It was seen before its thread was read: which message it was is known only now. */
  readonly isVague: boolean
  /** Changes with the words that are to be seen. */
  readonly words: string
}

export async function readUnreadness(db: Database, conversationId: string): Promise<Unreadness> {
  const [row, seen] = await db.transaction('r', [db.conversations, db.seen], () =>
    Promise.all([db.conversations.get(conversationId), db.seen.get(conversationId)]),
  )
  return {
    isUnread: isUnread(row, seen),
    markedAt: seen?.isMarkedUnread === true ? seen.seenAt : null,
    isVague: row !== undefined && seen !== undefined && isVague(row, seen),
    words: JSON.stringify([row?.lastMessage ?? '', row?.newest?.messageId ?? null]),
  }
}

/** Unread by the server's word or a thread's, and not seen here; or marked so by hand. */
export function isUnread(row: ConversationRow | undefined, seen: SeenRow | undefined): boolean {
  if (seen?.isMarkedUnread === true) return true
  return row?.unread === true && (seen === undefined || !isOfSeen(row, seen))
}

/**
 * Whether the last words are the ones that were seen. By the words, for the list tells no ids; but people say "ok" twice, so where the
 * thread has been read and its last message is the customer's, it must be the very one.
 */
function isOfSeen({ lastMessage, newest }: ConversationRow, seen: SeenRow): boolean {
  const isAnswer = seen.answer !== undefined && lastMessage != null && isSameText(seen.answer, lastMessage)
  if (seen.lastMessage !== (lastMessage ?? '') && !isAnswer) return false
  const isOther = newest != null && seen.messageId !== undefined && newest.messageId !== seen.messageId
  return !(isOther && newest.sender === 'customer')
}

export function isVague(row: ConversationRow, seen: SeenRow): boolean {
  return row.newest != null && seen.messageId === undefined && seen.lastMessage === (row.lastMessage ?? '')
}

/** What is kept of a conversation as it is shown now. */
export function seenOf(row: ConversationRow, seenAt: number): SeenRow {
  const { id, lastMessage, newest } = row
  return {
    conversationId: id,
    lastMessage: lastMessage ?? '',
    ...(newest != null && { messageId: newest.messageId }),
    seenAt,
  }
}
