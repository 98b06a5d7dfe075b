import type { FieldChange, JournalRow } from './rows.ts'
import type { Database } from './database.ts'
import { readListRows } from './list-rows.ts'

/** What undo would set back next. */
export type UndoStep = Pick<JournalRow, 'stepId' | 'field' | 'doneAt'>

/** Rows kept. A step of one conversation is one row; nobody goes back further by heart, and a step of a hundred thousand still fits. */
const MAX_ROWS = 1_000

/** Notes what is being changed: in the transaction that changes it, so that neither is there without the other. */
export async function noteStep(db: Database, row: Omit<JournalRow, 'seq'>, most: number = MAX_ROWS): Promise<void> {
  if (row.changes.length === 0) return
  await db.journal.add(row)
  const excess = (await db.journal.count()) - most
  if (excess <= 0) return
  const oldest = await db.journal.orderBy('seq').limit(excess).toArray()
  const stepIds = new Set(oldest.map(({ stepId }) => stepId))
  // Half a step is not undone: it goes whole, or, while it is being done, stays whole.
  stepIds.delete(row.stepId)
  await db.journal
    .where('stepId')
    .anyOf([...stepIds])
    .delete()
}

/** Undefined when there is nothing to undo. */
export async function readLastStep(db: Database): Promise<UndoStep | undefined> {
  return db.journal.orderBy('seq').last()
}

/** The newest first. */
export async function listStep(db: Database, stepId: string): Promise<readonly JournalRow[]> {
  return (await db.journal.where('stepId').equals(stepId).sortBy('seq')).toReversed()
}

/** Strikes out what was undone, or never can be; `ids` null for all of the row. */
export async function removeChanges(db: Database, row: JournalRow, ids: ReadonlySet<string> | null): Promise<void> {
  const changes = ids === null ? [] : row.changes.filter(({ conversationId }) => !ids.has(conversationId))
  if (changes.length === 0) await db.journal.delete(row.seq)
  else await db.journal.update(row.seq, { changes })
}

/** A step as a person looks at it. */
export type UndoStepView = UndoStep & {
  readonly rows: readonly (FieldChange & { readonly name: string })[]
  /** More than were asked for. */
  readonly hiddenCount: number
}

/** What undo would set back next, with the names as they are now; null when there is nothing. */
export async function readLastChanges(db: Database, most: number): Promise<UndoStepView | null> {
  const step = await readLastStep(db)
  if (step === undefined) return null
  const changes = (await listStep(db, step.stepId)).toReversed().flatMap((row) => row.changes)
  const shown = changes.slice(0, most)
  const ids = shown.map(({ conversationId }) => conversationId)
  const nameOf = new Map((await readListRows(db, ids)).map(({ id, shown: one }) => [id, one?.name]))
  const rows = shown.map((change) => ({
    ...change,
    name: nameOf.get(change.conversationId) ?? 'A conversation that is gone',
  }))
  return {
    stepId: step.stepId,
    field: step.field,
    doneAt: step.doneAt,
    rows,
    hiddenCount: changes.length - shown.length,
  }
}
