import { commit } from '../db/commit.ts'
import type { Database } from '../db/database.ts'
import { listStep, type UndoStep, removeChanges } from '../db/undo-journal.ts'
import type { FieldChange, JournalRow } from '../db/rows.ts'
import { readListRows } from '../db/list-rows.ts'
import { tablesOfChanges } from './change.ts'
import { FIELDS } from './fields.ts'

/** The result of an undo. */
export type UndoOutcome = {
  readonly undone: readonly Named[]
  /** Changed by someone else since, so they stay. */
  readonly conflicts: readonly (Named & { readonly now: string })[]
  /** Only the server can set their previous value. */
  readonly unsettable: readonly Named[]
  /** They already have their previous value, because the server refused the change. */
  readonly unchanged: readonly Named[]
  /** No longer on this device. */
  readonly goneCount: number
}

/**
 * Journal rows, each of up to some hundreds of conversations, undone in one transaction. The undone changes are mostly still in the outbox,
 * and every reader of the whole outbox delays each transaction: so there are few transactions.
 */
const ROWS_AT_ONCE = 5

type Named = FieldChange & { readonly name: string }

export const NO_UNDO: UndoOutcome = { undone: [], conflicts: [], unsettable: [], unchanged: [], goneCount: 0 }

/** Restores the previous values of a step, where its own values are still there. `ids` null means all conversations. */
export async function revertStep(db: Database, step: UndoStep, ids: ReadonlySet<string> | null): Promise<UndoOutcome> {
  let outcome = NO_UNDO
  const rows = await listStep(db, step.stepId)
  // One transaction restores the values and removes their journal rows, so that nothing is undone twice.
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const few = rows.slice(from, from + ROWS_AT_ONCE)
    outcome = await commit(db, tablesOfChanges(db), async () => {
      let together = outcome
      for (const row of few) together = addOutcomes(together, await revertRow(db, row, ids))
      return together
    })
  }
  return outcome
}

/** The results of two undos as one. */
export function addOutcomes(first: UndoOutcome, second: UndoOutcome): UndoOutcome {
  return {
    undone: [...first.undone, ...second.undone],
    conflicts: [...first.conflicts, ...second.conflicts],
    unsettable: [...first.unsettable, ...second.unsettable],
    unchanged: [...first.unchanged, ...second.unchanged],
    goneCount: first.goneCount + second.goneCount,
  }
}

async function revertRow(db: Database, row: JournalRow, ids: ReadonlySet<string> | null): Promise<UndoOutcome> {
  const field = FIELDS[row.field]
  const selected = row.changes.filter(({ conversationId }) => ids === null || ids.has(conversationId))
  const listed = await readListRows(
    db,
    selected.map(({ conversationId }) => conversationId),
  )
  const outcome = {
    undone: [] as Named[],
    conflicts: [] as (Named & { now: string })[],
    unsettable: [] as Named[],
    unchanged: [] as Named[],
    goneCount: 0,
  }
  for (const [index, change] of selected.entries()) {
    const shown = listed[index]?.shown ?? null
    if (shown === null) {
      outcome.goneCount += 1
      continue
    }
    const now = field.of(shown)
    const named = { ...change, name: shown.name }
    if (now === change.before) outcome.unchanged.push(named)
    else if (now !== change.after) outcome.conflicts.push({ ...named, now })
    else if (field.canBeSet(change.before)) outcome.undone.push(named)
    else outcome.unsettable.push(named)
  }
  await removeChanges(db, row, ids)
  const restored = outcome.undone.map(({ conversationId, before }) => ({ conversationId, value: before }))
  if (restored.length > 0) await field.write(db, restored)
  return outcome
}
