import type Dexie from 'dexie'
import type { DBCoreCursor, DBCoreTable } from 'dexie'
import type { TimeRange } from '../shared/sane-values.ts'
import type { ConversationRow, ThreadRow } from './rows.ts'
import { normaliseStoredConversation, normaliseStoredThread } from './stored.ts'

/**
 * Every row that leaves the database goes through stored.ts, whichever query reads it: the list, a thread, search, notifications, an
 * export and the outbox then see the same sane values. Rows are repaired as they are read, not rewritten at once: rewriting a hundred
 * thousand would hold up a start, and a time is too far ahead only until it has come.
 */
export function normaliseReads(dexie: Dexie, range: () => TimeRange): void {
  dexie.use({
    stack: 'dbcore',
    name: 'reading-edge',
    create: (core) => ({
      ...core,
      table(name) {
        const table = core.table(name)
        if (name === 'conversations')
          return normalised(table, (row) => normaliseStoredConversation(row as ConversationRow, range()))
        return name === 'threads' ? normalised(table, (row) => normaliseStoredThread(row as ThreadRow, range())) : table
      },
    }),
  })
}

/** Dexie's types call every row `any`. */
function normalised(table: DBCoreTable, normalise: (row: unknown) => unknown): DBCoreTable {
  const read = (row: unknown): unknown => (row === undefined || row === null ? row : normalise(row))
  return {
    ...table,
    get: (request) => table.get(request).then(read),
    getMany: (request) => table.getMany(request).then((rows: readonly unknown[]) => rows.map(read)),
    query: (request) =>
      table
        .query(request)
        .then((found) => (request.values === true ? { ...found, result: found.result.map(read) } : found)),
    openCursor: (request) =>
      table
        .openCursor(request)
        .then((cursor) => (cursor === null || request.values !== true ? cursor : withValue(cursor, read))),
  }
}

/** A browser's cursor answers for its keys only when it is asked itself: an object derived from it throws "Illegal invocation". */
function withValue(cursor: DBCoreCursor, read: (row: unknown) => unknown): DBCoreCursor {
  return Object.create(cursor, {
    key: { get: (): unknown => cursor.key },
    primaryKey: { get: (): unknown => cursor.primaryKey },
    value: { get: () => read(cursor.value) },
  }) as DBCoreCursor
}
