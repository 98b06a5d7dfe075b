import type Dexie from 'dexie'
import type { DBCoreCursor, DBCoreTable } from 'dexie'
import type { TimeRange } from '../shared/sane-values.ts'
import type { ConversationRow, ThreadRow } from './rows.ts'
import { normalisePlainFields, normaliseStoredThread } from './stored.ts'

/**
 * Passes every row that is read through stored.ts, so that the list, threads, search, notifications, exports and the outbox see the same
 * sane values. The sealed fields of a conversation are repaired when they are opened. Rows are repaired on read instead of rewritten: rewriting a hundred thousand would delay the start, and a time that is
 * too far in the future becomes valid later.
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
          return normalised(table, (row) => normalisePlainFields(row as ConversationRow, range()))
        return name === 'threads' ? normalised(table, (row) => normaliseStoredThread(row as ThreadRow, range())) : table
      },
    }),
  })
}

/** Dexie types every row as `any`. */
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

/** The native cursor's key getters throw "Illegal invocation" on a derived object, so the derived object forwards to the cursor. */
function withValue(cursor: DBCoreCursor, read: (row: unknown) => unknown): DBCoreCursor {
  return Object.create(cursor, {
    key: { get: (): unknown => cursor.key },
    primaryKey: { get: (): unknown => cursor.primaryKey },
    value: { get: () => read(cursor.value) },
  }) as DBCoreCursor
}
