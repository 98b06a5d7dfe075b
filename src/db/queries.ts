import type { Database } from './database.ts'
import type { DraftRow } from './rows.ts'
import { overlayConversation, overlayThread, type ThreadView, troublesOf } from './overlay.ts'

/** Null when neither the cache nor the outbox knows the conversation. */
export async function readThread(db: Database, conversationId: string): Promise<ThreadView | null> {
  return db.transaction('r', [db.conversations, db.threads, db.outbox, db.claims, db.seen, db.flags], async () => {
    const [row, thread, ops, seen, claims, flags] = await Promise.all([
      db.conversations.get(conversationId),
      db.threads.get(conversationId),
      db.outbox.where('conversationId').equals(conversationId).sortBy('seq'),
      db.seen.get(conversationId),
      db.claims.where('conversationId').equals(conversationId).toArray(),
      db.flags.get(conversationId),
    ])
    if (row === undefined && ops.length === 0) return null
    const messages = thread?.messages ?? []
    return {
      conversation: overlayConversation({ id: conversationId, row, ops, seen }),
      items: overlayThread({ messages, ops, claimedIds: new Set(claims.map((claim) => claim.messageId)) }),
      isOnDevice: thread !== undefined || row === undefined,
      troubles: troublesOf(ops),
      snooze: flags?.snooze ?? null,
    }
  })
}

export async function readDraft(db: Database, conversationId: string): Promise<DraftRow | undefined> {
  return db.drafts.get(conversationId)
}

/** Counts what is on this device. Reads all threads, so do not use it in a live query. */
export async function readHoldings(db: Database): Promise<{
  readonly conversations: number
  readonly threads: number
  readonly messages: number
  readonly drafts: number
}> {
  let messages = 0
  const [conversations, threads, drafts] = await Promise.all([
    db.conversations.count(),
    db.threads.count(),
    db.drafts.count(),
    db.threads.each((thread) => {
      messages += thread.messages.length
    }),
  ])
  return { conversations, threads, messages, drafts }
}
