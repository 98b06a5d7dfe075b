import { isSameText } from '../shared/text/same-text.ts'
import type { Database } from './database.ts'
import type { ConversationRow, SeenRow } from './rows.ts'

/** The unread state of a conversation on this device. */
export type Unreadness = {
  readonly isUnread: boolean
  /** Epoch ms when the user marked it as unread; null when it has been seen since or was never marked. */
  readonly markedAt: number | null
  /** It was seen before its thread was read, so the seen mark lacks a message id that is now known. */
  readonly isVague: boolean
  /** Changes when the last message changes. */
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

/** Unread by the server or the thread and not seen here, or marked unread by the user. */
export function isUnread(row: ConversationRow | undefined, seen: SeenRow | undefined): boolean {
  if (seen?.isMarkedUnread === true) return true
  return row?.unread === true && (seen === undefined || !isLastSeen(row, seen))
}

/**
 * Whether the last message is the one that was seen. Compares texts, because the list has no message ids. Customers may write "ok" twice,
 * so when the thread has been read and its last message is the customer's, the ids must match too.
 */
function isLastSeen({ lastMessage, newest }: ConversationRow, seen: SeenRow): boolean {
  const isAnswer = seen.answer !== undefined && lastMessage != null && isSameText(seen.answer, lastMessage)
  if (seen.lastMessage !== (lastMessage ?? '') && !isAnswer) return false
  const isOther = newest != null && seen.messageId !== undefined && newest.messageId !== seen.messageId
  return !(isOther && newest.sender === 'customer')
}

export function isVague(row: ConversationRow, seen: SeenRow): boolean {
  return row.newest != null && seen.messageId === undefined && seen.lastMessage === (row.lastMessage ?? '')
}

/** The seen mark for a conversation as it is shown now. */
export function seenOf(row: ConversationRow, seenAt: number): SeenRow {
  const { id, lastMessage, newest } = row
  return {
    conversationId: id,
    lastMessage: lastMessage ?? '',
    ...(newest != null && { messageId: newest.messageId }),
    seenAt,
  }
}
