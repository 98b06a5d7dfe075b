/** What was asked of IndexedDB. Each request costs a message between the page and the browser's database process. */
export type DatabaseRequests = {
  readonly transactions: number
  readonly reads: number
  readonly writes: number
}

const NONE: DatabaseRequests = { transactions: 0, reads: 0, writes: 0 }
const READS = ['get', 'getKey', 'getAll', 'getAllKeys', 'count', 'openCursor', 'openKeyCursor'] as const
const WRITES = ['put', 'add', 'delete', 'clear'] as const
/** Each step of a cursor is a request too. */
const STEPS = ['continue', 'continuePrimaryKey', 'advance'] as const

let requests = NONE
let open = 0

export function countRequests(): DatabaseRequests {
  return requests
}

export function resetRequests(): void {
  requests = NONE
}

/** Whether a transaction has not ended yet. */
export function isDatabaseBusy(): boolean {
  return open > 0
}

function count(kind: keyof DatabaseRequests): void {
  requests = { ...requests, [kind]: requests[kind] + 1 }
}

/** Calls `before` with the result of each call of a method. The interfaces are those of the in-memory IndexedDB. */
function watch(owner: object, name: string, onCall: (result: unknown) => void): void {
  const method = Reflect.get(owner, name) as (...input: readonly unknown[]) => unknown
  Reflect.set(owner, name, function watched(this: unknown, ...input: readonly unknown[]) {
    const result = Reflect.apply(method, this, input)
    onCall(result)
    return result
  })
}

function watchTransaction(transaction: unknown): void {
  count('transactions')
  open += 1
  const end = (): void => {
    open -= 1
  }
  const target = transaction as EventTarget
  target.addEventListener('complete', end)
  target.addEventListener('abort', end)
}

for (const owner of [IDBObjectStore, IDBIndex])
  for (const name of READS) watch(owner.prototype, name, () => count('reads'))
for (const name of WRITES) watch(IDBObjectStore.prototype, name, () => count('writes'))
for (const name of STEPS) watch(IDBCursor.prototype, name, () => count('reads'))
watch(IDBDatabase.prototype, 'transaction', watchTransaction)
