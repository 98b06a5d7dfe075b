import { isSameText } from '../shared/text/same-text.ts'
import type { Database } from './database.ts'
import { readListRows } from './list-rows.ts'
import { overlayConversation } from './overlay.ts'

/** A new message from a customer. */
export type NewMessage = {
  readonly conversationId: string
  readonly text: string
  /** Epoch ms by the server's clock, or by this device's where the server gave no time. */
  readonly at: number
}

/** By conversation: the customer's name, and whether the message was sent from this device. */
export async function readSpeakers(
  db: Database,
  messages: readonly Pick<NewMessage, 'conversationId' | 'text'>[],
): Promise<ReadonlyMap<string, { readonly name: string; readonly isOurs: boolean }>> {
  const textOf = new Map(messages.map(({ conversationId, text }) => [conversationId, text]))
  const ids = [...textOf.keys()]
  return db.transaction('r', [db.conversations, db.outbox], async () => {
    const [rows, ops] = await Promise.all([
      db.conversations.bulkGet(ids),
      db.outbox.where('conversationId').anyOf(ids).sortBy('seq'),
    ])
    return new Map(
      ids.map((id, index) => {
        const row = rows[index]
        const own = ops.filter((op) => op.conversationId === id)
        const text = textOf.get(id) ?? ''
        const isQueued = own.some((op) => op.intent.kind === 'send' && isSameText(op.intent.content, text))
        const newest = row?.newest
        const isAnswer = newest != null && newest.sender !== 'customer' && isSameText(newest.words, text)
        const { name } = overlayConversation({ id, row, ops: own, seen: undefined })
        return [id, { name, isOurs: isQueued || isAnswer }]
      }),
    )
  })
}

/** What a notification needs to know of its conversation. */
export type NoticeFacts = {
  readonly conversationId: string
  /** False when it no longer exists. */
  readonly exists: boolean
  readonly channel: string
  readonly status: string
  readonly isUnread: boolean
  readonly isSnoozed: boolean
  /** The last message is not the customer's, or a reply is in the outbox. */
  readonly isAnswered: boolean
  readonly lastMessage: { readonly id: string; readonly sentAt: number | null } | null
}

export async function readNoticeFacts(db: Database, ids: readonly string[]): Promise<readonly NoticeFacts[]> {
  return db.transaction(
    'r',
    [db.conversations, db.threads, db.outbox, db.seen, db.drafts, db.flags],
    async (): Promise<readonly NoticeFacts[]> => {
      const [listed, rows, threads, ops] = await Promise.all([
        readListRows(db, ids),
        db.conversations.bulkGet([...ids]),
        db.threads.bulkGet([...ids]),
        db.outbox.where('conversationId').anyOf(ids).toArray(),
      ])
      return listed.map(({ id, shown }, index) => {
        const last = threads[index]?.messages.at(-1)
        const newest = rows[index]?.newest
        const isQueued = ops.some((op) => op.conversationId === id && op.intent.kind === 'send')
        return {
          conversationId: id,
          exists: shown !== null,
          channel: shown?.channel ?? 'unknown',
          status: shown?.status ?? 'unknown',
          isUnread: shown?.isUnread === true,
          isSnoozed: shown?.snooze != null,
          isAnswered: isQueued || (newest != null && newest.sender !== 'customer'),
          lastMessage: last === undefined ? null : { id: last.id, sentAt: last.sentAt },
        }
      })
    },
  )
}
