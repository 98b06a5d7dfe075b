import { isSameText } from '../shared/text/same-text.ts'
import type { Database } from './database.ts'
import { overlayConversation } from './overlay.ts'

/** Whose words these are: by conversation, the customer's name, and whether this device said them. */
export async function readSpeakers(
  db: Database,
  said: readonly { readonly conversationId: string; readonly words: string }[],
): Promise<ReadonlyMap<string, { readonly name: string; readonly isOurs: boolean }>> {
  const wordsOf = new Map(said.map((one) => [one.conversationId, one.words]))
  const ids = [...wordsOf.keys()]
  return db.transaction('r', [db.conversations, db.outbox], async () => {
    const [rows, ops] = await Promise.all([
      db.conversations.bulkGet(ids),
      db.outbox.where('conversationId').anyOf(ids).sortBy('seq'),
    ])
    return new Map(
      ids.map((id, index) => {
        const row = rows[index]
        const own = ops.filter((op) => op.conversationId === id)
        const words = wordsOf.get(id) ?? ''
        const isQueued = own.some((op) => op.intent.kind === 'send' && isSameText(op.intent.content, words))
        const newest = row?.newest
        const isAnswer = newest != null && newest.sender !== 'customer' && isSameText(newest.words, words)
        const { name } = overlayConversation({ id, row, ops: own, seen: undefined })
        return [id, { name, isOurs: isQueued || isAnswer }]
      }),
    )
  })
}
