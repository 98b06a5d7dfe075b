import { isSameText } from '../shared/text/same-text.ts'
import type { Database } from './database.ts'
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
