import type { Table, Transaction } from 'dexie'
import type { Database } from './database.ts'

/** A write was not confirmed in time: nothing may be said to be kept. */
export class NotSaved extends Error {
  /** Set when it could not be called off any more: it may still come true. */
  readonly late: Promise<unknown> | null

  constructor(late: Promise<unknown> | null) {
    super('this computer did not confirm a write')
    this.name = 'NotSaved'
    this.late = late
  }
}

/**
 * Runs one strict transaction and resolves only when it is durable. One that is overdue is called off, so that it cannot come true
 * behind the person's back, and rejects with NotSaved; `db.watch` says for how long it may take.
 */
export function commit<T>(db: Database, tables: readonly Table[], work: () => PromiseLike<T>): Promise<T> {
  const { limitMs, after, report } = db.watch
  let transaction: Transaction | null = null
  const written = Promise.resolve(
    // An async function by its own word: only then does Dexie keep the transaction alive over awaits inside of other functions.
    db.transaction('rw', [...tables], async (begun) => {
      transaction = begun
      return work()
    }),
  )
  return new Promise((resolve, reject) => {
    const callOff = after(limitMs, () => {
      report(false)
      reject(new NotSaved(abort(transaction) ? null : written))
    })
    written.then(
      (value) => {
        callOff()
        report(true)
        resolve(value)
      },
      (error: unknown) => {
        callOff()
        if (isDiskTrouble(error)) report(false)
        reject(error)
      },
    )
  })
}

/** Hears of a write that was given up for lost and came true all the same. */
export function onLate(error: unknown, came: () => void): void {
  if (!(error instanceof NotSaved) || error.late === null) return
  // Refused in the end: what was said already then stands.
  const refused = (): void => {}
  void error.late.then(came, refused)
}

/** False when the transaction is past calling off: its bytes are on their way to the disk. */
function abort(transaction: Transaction | null): boolean {
  if (transaction === null) return false
  try {
    transaction.abort()
    return true
  } catch {
    return false
  }
}

const DISK_TROUBLES: ReadonlySet<string> = new Set(['QuotaExceededError', 'UnknownError', 'TimeoutError'])

/** An aborted transaction carries its reason inside. */
export function isDiskTrouble(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (DISK_TROUBLES.has(error.name)) return true
  return 'inner' in error && error.inner !== error && isDiskTrouble(error.inner)
}
