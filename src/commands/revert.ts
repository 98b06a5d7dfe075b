import { commit } from '../db/commit.ts'
import type { Database } from '../db/database.ts'
import { listStep, type UndoStep, removeChanges } from '../db/undo-journal.ts'
import type { FieldChange, JournalRow } from '../db/rows.ts'
import { readListRows } from '../db/list-rows.ts'
import { tablesOfChanges } from './change.ts'
import { FIELDS } from './fields.ts'

/** What an undo came to. */
export type UndoOutcome = {
  readonly changes: readonly Named[]
  /** Not as we left them: somebody else has changed them since, so they stay. */
  readonly moved: readonly (Named & { readonly now: string })[]
  /** Of what they were before only the server can make them again. */
  readonly stuck: readonly Named[]
  /** As they were before already: the server had refused the change. */
  readonly already: readonly Named[]
  /** Not on this device any more. */
  readonly goneCount: number
}

/**
 * Rows of the journal, each of up to some hundreds of conversations, in one transaction. What is undone mostly stands in the outbox still, and whatever
 * reads that from end to end is in the way of every transaction anew: so there are few of them.
 */
const ROWS_AT_ONCE = 5

type Named = FieldChange & { readonly name: string }

export const NO_UNDO: UndoOutcome = { changes: [], moved: [], stuck: [], already: [], goneCount: 0 }

/** Sets the conversations of a step back to what they were, where they still are what it made of them; `ids` null for all. */
export async function revertStep(db: Database, step: UndoStep, ids: ReadonlySet<string> | null): Promise<UndoOutcome> {
  let undone = NO_UNDO
  const rows = await listStep(db, step.stepId)
  // A few rows are a transaction: what is set back is struck out with it, and never set back twice.
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const few = rows.slice(from, from + ROWS_AT_ONCE)
    undone = await commit(db, tablesOfChanges(db), async () => {
      let together = undone
      for (const row of few) together = add(together, await setRowBack(db, row, ids))
      return together
    })
  }
  return undone
}

function add(one: UndoOutcome, other: UndoOutcome): UndoOutcome {
  return {
    changes: [...one.changes, ...other.changes],
    moved: [...one.moved, ...other.moved],
    stuck: [...one.stuck, ...other.stuck],
    already: [...one.already, ...other.already],
    goneCount: one.goneCount + other.goneCount,
  }
}

async function setRowBack(db: Database, row: JournalRow, ids: ReadonlySet<string> | null): Promise<UndoOutcome> {
  const field = FIELDS[row.field]
  const wanted = row.changes.filter(({ conversationId }) => ids === null || ids.has(conversationId))
  const listed = await readListRows(
    db,
    wanted.map(({ conversationId }) => conversationId),
  )
  const undone = {
    changes: [] as Named[],
    moved: [] as (Named & { now: string })[],
    stuck: [] as Named[],
    already: [] as Named[],
    goneCount: 0,
  }
  for (const [index, change] of wanted.entries()) {
    const shown = listed[index]?.shown ?? null
    if (shown === null) {
      undone.goneCount += 1
      continue
    }
    const now = field.of(shown)
    const named = { ...change, name: shown.name }
    if (now === change.before) undone.already.push(named)
    else if (now !== change.after) undone.moved.push({ ...named, now })
    else if (field.canBeSet(change.before)) undone.changes.push(named)
    else undone.stuck.push(named)
  }
  await removeChanges(db, row, ids)
  const back = undone.changes.map(({ conversationId, before }) => ({ conversationId, value: before }))
  if (back.length > 0) await field.write(db, back)
  return undone
}
