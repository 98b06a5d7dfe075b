import type { DBCore, DBCoreMutateRequest, DBCoreTable } from 'dexie'
import type Dexie from 'dexie'

/**
 * Tells which conversations a committed write has touched, so that only those are looked at again.
 *
 * Why not Dexie's own `storagemutated`: it names no keys once a write has fifty rows or more (a page of the list has a hundred), and of an
 * op that was deleted it names the number, not the conversation. Why not a word from each writer: a new one would forget it. Every write of this
 * window goes through here, whoever makes it; a second window of the same database is not heard, and there is none: the app runs once.
 */
export type RowChanges = { readonly subscribe: (listener: (ids: ReadonlySet<string>) => void) => () => void }

/** The tables that decide what a row of the list shows, and where they keep the conversation's local id. */
const ID_FIELDS: Readonly<Record<string, string>> = {
  conversations: 'id',
  outbox: 'conversationId',
  drafts: 'conversationId',
  seen: 'conversationId',
  flags: 'conversationId',
}

export function noteChanges(dexie: Dexie): RowChanges {
  const listeners = new Set<(ids: ReadonlySet<string>) => void>()
  /** What the transactions under way have touched so far. */
  const touched = new WeakMap<object, Set<string>>()
  dexie.use({
    stack: 'dbcore',
    name: 'changes',
    create: (core) => ({
      ...core,
      transaction(tables, mode, options) {
        const transaction = core.transaction(tables, mode, options)
        if (mode === 'readonly') return transaction
        const ids = new Set<string>()
        touched.set(transaction, ids)
        const tell = (): void => {
          if (ids.size > 0) for (const listener of listeners) listener(ids)
        }
        // Dexie's transactions are the browser's own; one that is called off tells nothing.
        ;(transaction as unknown as IDBTransaction).addEventListener('complete', tell)
        return transaction
      },
      table: (name) => listening(core, name, touched),
    }),
  })
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function listening(core: DBCore, name: string, touched: WeakMap<object, Set<string>>): DBCoreTable {
  const table = core.table(name)
  const field = ID_FIELDS[name]
  if (field === undefined) return table
  const note = (transaction: object, rows: readonly unknown[]): void => {
    for (const row of rows) {
      const id = (row as Record<string, unknown> | undefined)?.[field]
      if (typeof id === 'string') touched.get(transaction)?.add(id)
    }
  }
  return {
    ...table,
    mutate(request) {
      const { trans } = request
      if ('values' in request) note(trans, request.values)
      const before = rowsBefore(table, request, field)
      if (before === null) return table.mutate(request)
      return before.then((rows) => {
        note(trans, rows)
        return table.mutate(request)
      })
    },
  }
}

/** The rows that a write takes away or changes, where the write itself does not tell their conversations; null where it does. */
function rowsBefore(
  table: DBCoreTable,
  request: DBCoreMutateRequest,
  field: string,
): Promise<readonly unknown[]> | null {
  const { trans } = request
  const { primaryKey } = table.schema
  if (request.type === 'add') return null
  if (request.type === 'deleteRange') {
    const query = { index: primaryKey, range: request.range }
    return table.query({ trans, values: true, query }).then(({ result }) => result)
  }
  // Where the id is the key, the key tells all.
  const isKey = primaryKey.keyPath === field
  if (request.type === 'put') {
    const keys = request.keys ?? request.values.map((row) => primaryKey.extractKey?.(row) as unknown)
    return isKey ? null : table.getMany({ trans, keys: keys.filter((key) => key !== undefined) })
  }
  return isKey
    ? Promise.resolve(request.keys.map((key: unknown) => ({ [field]: key })))
    : table.getMany({ trans, keys: request.keys })
}
