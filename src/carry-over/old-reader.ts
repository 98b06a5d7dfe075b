import { openAsItIs, readAll, readByKeys, readNextSeq } from './old-database.ts'

/** Names of workspace databases. What the demo wrote ended with the app. */
const DATABASE_NAME = /^clarion-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** The last version of the tables whose rows were not sealed. */
const LAST_VERSION = 3
/** Tables of what only this device knows. Of conversations and threads, only some are kept. */
const OWN_TABLES = [
  ...['outbox', 'drafts', 'draftVersions', 'snippets', 'notes', 'claims', 'seen', 'flags', 'journal', 'meta'],
] as const
/** Rows in one part. */
const PART = 500

type FoundDatabase = { readonly databaseName: string; readonly version: number; readonly nextSeq: number }
type Part = { readonly databaseName: string; readonly table: string; readonly rows: readonly unknown[] }
type OldOp = { readonly conversationId: string }
type OldRow = { readonly id: string }

/** Reads what an earlier version stored, and changes nothing of it. It knows the tables as they were, so later changes don't concern it. */
export function makeOldReader(factory: IDBFactory, storage: Storage) {
  let open: readonly { readonly db: IDBDatabase; readonly found: FoundDatabase }[] = []
  let parts: AsyncGenerator<Part> | null = null
  return {
    /** Opens the databases, except those that are not wanted. */
    async begin(unwanted: readonly string[]) {
      const names = (await factory.databases()).flatMap(({ name }) => name ?? [])
      const wanted = names.filter((name) => DATABASE_NAME.test(name) && !unwanted.includes(name))
      const opened = await Promise.all(wanted.map((name) => openOld(factory, name).catch(() => null)))
      open = opened.filter((one) => one !== null)
      parts = readParts(open)
      return {
        databases: open.map(({ found }) => found),
        settings: { ...storage },
        isUnreadable: open.length < wanted.length,
      }
    },
    /** Null after the last part. */
    async next(): Promise<Part | null> {
      const next = await parts?.next()
      if (next !== undefined && next.done !== true) return next.value
      for (const { db } of open) db.close()
      return null
    },
  }
}

async function openOld(factory: IDBFactory, databaseName: string) {
  const db = await openAsItIs(factory, databaseName)
  try {
    // Dexie multiplies its version by ten.
    const version = Math.floor(db.version / 10)
    if (version > LAST_VERSION) throw new Error('a later version wrote it')
    return { db, found: { databaseName, version, nextSeq: await readNextSeq(db) } }
  } catch (error) {
    db.close()
    throw error
  }
}

async function* readParts(open: readonly { readonly db: IDBDatabase; readonly found: FoundDatabase }[]) {
  for (const { db, found } of open) {
    const { databaseName } = found
    const busyIds = new Set<string>()
    for (const table of OWN_TABLES) {
      for await (const rows of readAll(db, table, PART)) {
        if (table === 'outbox') for (const { conversationId } of rows as OldOp[]) busyIds.add(conversationId)
        yield { databaseName, table, rows }
      }
    }
    yield* readConversations(db, databaseName, busyIds)
  }
}

/**
 * Conversations and threads with unsent ops, because the outbox compares against them to decide whether a message arrived. Also the
 * conversations that were begun on this device, whose rows hold the id that the server gave them.
 */
async function* readConversations(db: IDBDatabase, databaseName: string, busyIds: ReadonlySet<string>) {
  const busy = [...busyIds]
  for await (const rows of readAll(db, 'conversations', PART, 'serverId')) {
    yield { databaseName, table: 'conversations', rows: (rows as OldRow[]).filter(({ id }) => !busyIds.has(id)) }
  }
  for await (const rows of readByKeys(db, 'conversations', busy, PART))
    yield { databaseName, table: 'conversations', rows }
  // A thread may be long.
  for await (const rows of readByKeys(db, 'threads', busy, 1)) yield { databaseName, table: 'threads', rows }
}
