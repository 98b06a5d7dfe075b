import type { Database } from '../db/database.ts'
import type { Change, Command } from './command.ts'

/** What a command has changed, in plain data beside the command that knows how to restore it. */
export type Done = {
  readonly command: Command
  readonly changes: readonly Change[]
  /** Epoch ms. */
  readonly doneAt: number
}

/** Nobody undoes further back than this by heart. */
const MOST_DONE = 100

const journals = new WeakMap<Database, Done[]>()

export function noteDone(db: Database, done: Done): void {
  if (done.changes.length === 0) return
  const journal = journals.get(db) ?? []
  journals.set(db, [...journal, done].slice(-MOST_DONE))
}

export function lastDone(db: Database): Done | undefined {
  return journals.get(db)?.at(-1)
}

/** Takes what was done last off the journal. */
export function takeLastDone(db: Database): void {
  journals.get(db)?.pop()
}
