/** Reads IndexedDB without Dexie, so that the hidden page needs none of the window's scripts. */

/** Opens a database without an upgrade. Never creates one. */
export function openAsItIs(factory: IDBFactory, name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name)
    request.addEventListener('upgradeneeded', () => request.transaction?.abort())
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () =>
      reject(new Error('the database cannot be opened', { cause: request.error })),
    )
  })
}

/**
 * All rows of a table in the order of their keys, `limit` at once; nothing when the table doesn't exist. With an index, only the rows that
 * it contains, in one piece: its keys may repeat.
 */
export async function* readAll(
  db: IDBDatabase,
  table: string,
  limit: number,
  index: string | null = null,
): AsyncGenerator<readonly unknown[]> {
  if (!db.objectStoreNames.contains(table)) return
  if (index !== null) return yield* readIndex(db, table, index)
  let after: IDBValidKey | null = null
  for (;;) {
    const range: IDBKeyRange | null = after === null ? null : IDBKeyRange.lowerBound(after, true)
    const store = db.transaction(table).objectStore(table)
    const [rows, keys]: [unknown[], IDBValidKey[]] = await Promise.all([
      answerOf(store.getAll(range, limit)),
      answerOf(store.getAllKeys(range, limit)),
    ])
    if (rows.length > 0) yield rows
    const last = keys.at(-1)
    if (last === undefined || keys.length < limit) return
    after = last
  }
}

async function* readIndex(db: IDBDatabase, table: string, index: string): AsyncGenerator<readonly unknown[]> {
  const store = db.transaction(table).objectStore(table)
  if (!store.indexNames.contains(index)) return
  const rows: unknown[] = await answerOf(store.index(index).getAll())
  if (rows.length > 0) yield rows
}

/** The rows of these keys that exist. */
export async function* readByKeys(
  db: IDBDatabase,
  table: string,
  keys: readonly string[],
  limit: number,
): AsyncGenerator<readonly unknown[]> {
  if (!db.objectStoreNames.contains(table)) return
  for (let from = 0; from < keys.length; from += limit) {
    const store = db.transaction(table).objectStore(table)
    const asked = keys.slice(from, from + limit).map((key) => answerOf<unknown>(store.get(key)))
    const rows = (await Promise.all(asked)).filter((row) => row !== undefined)
    if (rows.length > 0) yield rows
  }
}

/** The number that the next op would get. Adds a row and aborts the transaction, which leaves the number unused. */
export async function readNextSeq(db: IDBDatabase): Promise<number> {
  const transaction = db.transaction('outbox', 'readwrite')
  const seq = await answerOf(transaction.objectStore('outbox').add({ id: 'probe', conversationId: 'probe' }))
  transaction.abort()
  return Number(seq)
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(new Error('the database cannot be read', { cause: request.error })))
  })
}
