import type { Table, Transaction } from 'dexie'
import type { Database } from './database.ts'

/** A write was not confirmed in time. The caller must not report the data as saved. */
export class NotSaved extends Error {
  /** Set when the transaction could not be aborted any more. It settles if the write still succeeds or fails. */
  readonly late: Promise<unknown> | null

  constructor(late: Promise<unknown> | null) {
    super('this computer did not confirm a write')
    this.name = 'NotSaved'
    this.late = late
  }
}

/**
 * Runs one strict transaction and resolves only when it is durable. An overdue transaction is aborted, so that it cannot take effect
 * after the user was told that it failed, and the promise rejects with NotSaved. `db.watch` holds the time limit.
 */
export function commit<T>(db: Database, tables: readonly Table[], work: () => PromiseLike<T>): Promise<T> {
  const { limitMs, after, report } = db.watch
  let transaction: Transaction | null = null
  const written = Promise.resolve(
    // Must be declared `async`: only then does Dexie keep the transaction alive across awaits in functions called from here.
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

/** Calls `onSaved` if the write behind a NotSaved error succeeds after all. */
export function onLate(error: unknown, onSaved: () => void): void {
  if (!(error instanceof NotSaved) || error.late === null) return
  // A late failure needs no handling: the user was already told that the write failed.
  const ignoreFailure = (): void => {}
  void error.late.then(onSaved, ignoreFailure)
}

/** Whether a write failed because this computer can't save, which the user is told. Any other error is a bug. */
export function isSaveTrouble(error: unknown): boolean {
  return error instanceof NotSaved || isDiskTrouble(error)
}

/** False when the transaction can no longer be aborted because it is being written to disk. */
function abort(transaction: Transaction | null): boolean {
  if (transaction === null) return false
  try {
    transaction.abort()
    return true
  } catch {
    return false
  }
}

const DISK_ERRORS: ReadonlySet<string> = new Set(['QuotaExceededError', 'UnknownError', 'TimeoutError'])

/** An aborted Dexie transaction carries the cause in `inner`. */
export function isDiskTrouble(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (DISK_ERRORS.has(error.name)) return true
  return 'inner' in error && error.inner !== error && isDiskTrouble(error.inner)
}
