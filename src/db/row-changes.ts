import type { DBCore, DBCoreMutateRequest, DBCoreTable } from 'dexie'
import type Dexie from 'dexie'

/**
 * Reports the conversations that a committed write has changed, so that only those are read again.
 *
 * Dexie's `storagemutated` does not suffice: it names no keys for writes of fifty rows or more (a page of the list has a hundred), and for
 * a deleted op it names the number, not the conversation. Explicit calls in each writer could be forgotten. This middleware sees every
 * write of this window. It does not see a second window on the same database, but the app runs only once.
 */
export type RowChanges = { readonly subscribe: (listener: (ids: ReadonlySet<string>) => void) => () => void }

/** The tables that affect a row of the list, each with the field that holds the conversation's local id. */
const ID_FIELDS: Readonly<Record<string, string>> = {
  conversations: 'id',
  outbox: 'conversationId',
  drafts: 'conversationId',
  seen: 'conversationId',
  flags: 'conversationId',
}

export function noteChanges(dexie: Dexie): RowChanges {
  const listeners = new Set<(ids: ReadonlySet<string>) => void>()
  /** Conversations changed so far, by running transaction. */
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
        const notify = (): void => {
          if (ids.size > 0) for (const listener of listeners) listener(ids)
        }
        // At this level, Dexie's transactions are native ones. An aborted transaction fires no `complete`.
        ;(transaction as unknown as IDBTransaction).addEventListener('complete', notify)
        return transaction
      },
      table: (name) => observed(core, name, touched),
    }),
  })
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function observed(core: DBCore, name: string, touched: WeakMap<object, Set<string>>): DBCoreTable {
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

/** The rows that a write deletes or changes when the request does not name their conversations; null when it does. */
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
  // When the conversation id is the primary key, the request names it.
  const isKey = primaryKey.keyPath === field
  if (request.type === 'put') {
    const keys = request.keys ?? request.values.map((row) => primaryKey.extractKey?.(row) as unknown)
    return isKey ? null : table.getMany({ trans, keys: keys.filter((key) => key !== undefined) })
  }
  return isKey
    ? Promise.resolve(request.keys.map((key: unknown) => ({ [field]: key })))
    : table.getMany({ trans, keys: request.keys })
}
