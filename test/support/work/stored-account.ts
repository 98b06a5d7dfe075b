import { mergeThread } from '../../../src/db/cache.ts'
import { makeDatabase } from '../../../src/db/database.ts'
import { mergeRow } from '../../../src/db/merge.ts'
import { syncMemoryRow } from '../../../src/db/sync-memory.ts'
import type { ConversationRow, ThreadRow } from '../../../src/db/rows.ts'
import type { Conversation, Message } from '../../../src/shared/model.ts'
import { DATA_KEY } from '../data-key.ts'
import { FakeBridge } from '../fake-bridge.ts'

/** Messages of each thread. */
const MESSAGES = 6
const MINUTE_MS = 60_000

/** An account whose conversations are on the server and, up to date, in a database of this name. The newest comes first; all are read. */
export async function storeAccount(databaseName: string, conversations: number): Promise<FakeBridge> {
  const server = new FakeBridge()
  const rows: ConversationRow[] = []
  const threads: ThreadRow[] = []
  const now = Date.now()
  const timing = { askedAt: now - MINUTE_MS, now: now - MINUTE_MS }
  for (let index = 0; index < conversations; index += 1) {
    const conversation = aConversation(index, now - (index + 5) * MINUTE_MS)
    const messages = threadOf(conversation)
    server.add(conversation, messages)
    const row = mergeRow(undefined, conversation, timing)
    const detail = { conversation, messages, serverAt: null }
    const merged = mergeThread({ conversationId: conversation.id, row, cached: undefined, timing, detail }, [])
    rows.push(merged.after)
    threads.push({ conversationId: conversation.id, messages, readAt: timing.now })
  }
  const db = makeDatabase(databaseName, DATA_KEY)
  await db.conversations.bulkPut(rows)
  await db.threads.bulkPut(threads)
  await db.meta.put(syncMemoryRow({ offset: null, sweptAt: now - MINUTE_MS, newsSince: now - MINUTE_MS }))
  db.close()
  return server
}

function aConversation(index: number, timestamp: number): Conversation {
  const number = String(index).padStart(5, '0')
  return {
    ...{ id: `conv_${number}`, customerName: `Customer ${number}`, customerPhone: `+155512${number}` },
    ...{ channel: 'sms', status: 'open', lastMessage: `Message ${MESSAGES - 1} of ${number}` },
    ...{ timestamp, unread: false },
  }
}

function threadOf({ id, timestamp = 0 }: Conversation): readonly Message[] {
  const number = id.slice('conv_'.length)
  return Array.from({ length: MESSAGES }, (_, index) => ({
    id: `msg_${number}_${index}`,
    sender: index % 2 === 0 ? 'assistant' : 'customer',
    content: `Message ${index} of ${number}`,
    sentAt: timestamp - (MESSAGES - 1 - index) * MINUTE_MS,
  }))
}
