import Dexie, { type Transaction } from 'dexie'
import type { ConversationRow } from './database.ts'

/** Rows read and written at once: what they take of memory is bounded, however many there are. */
const CHUNK = 1_000

/**
 * From version 1, which early builds wrote without `customerKeys`: every row that has none is written again, and customer-index.ts puts them
 * in. All in the transaction in which the version changes: cut short, nothing has happened.
 */
export async function indexWhatIsHere(transaction: Transaction): Promise<void> {
  const table = transaction.table<ConversationRow, string>('conversations')
  let lastId: string | undefined = Dexie.minKey as unknown as string
  while (lastId !== undefined) {
    const rows: ConversationRow[] = await table.where('id').above(lastId).limit(CHUNK).toArray()
    const unindexed = rows.filter((row) => !('customerKeys' in row))
    if (unindexed.length > 0) await table.bulkPut(unindexed)
    lastId = rows.at(-1)?.id
  }
}
