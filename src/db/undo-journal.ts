import type { FieldChange, JournalRow } from './rows.ts'
import type { Database } from './database.ts'
import { readListRows } from './list-rows.ts'

/** The step that undo would revert next. */
export type UndoStep = Pick<JournalRow, 'stepId' | 'field' | 'doneAt'>

/** Identifies a step. A change of several workspaces has the same one in each. `doneAt` is epoch ms. */
export type Step = Pick<JournalRow, 'stepId' | 'doneAt'>

export function newStep(): Step {
  return { stepId: crypto.randomUUID(), doneAt: Date.now() }
}

/** Rows kept. A step of one conversation is one row; a step of a hundred thousand conversations still fits. */
const MAX_ROWS = 1_000

/** Records a change. Call it in the transaction that makes the change, so that both are stored or neither. */
export async function noteStep(db: Database, row: Omit<JournalRow, 'seq'>, maxRows: number = MAX_ROWS): Promise<void> {
  if (row.changes.length === 0) return
  await db.journal.add(row)
  const excess = (await db.journal.count()) - maxRows
  if (excess <= 0) return
  const oldest = await db.journal.orderBy('seq').limit(excess).toArray()
  const stepIds = new Set(oldest.map(({ stepId }) => stepId))
  // Steps are deleted whole, since half a step must not be undone. The step in progress stays.
  stepIds.delete(row.stepId)
  await db.journal
    .where('stepId')
    .anyOf([...stepIds])
    .delete()
}

/** Removes steps whose changes were taken back. */
export async function removeSteps(db: Database, stepIds: readonly string[]): Promise<void> {
  if (stepIds.length > 0) await db.journal.where('stepId').anyOf(stepIds).delete()
}

/** Undefined when there is nothing to undo. */
export async function readLastStep(db: Database): Promise<UndoStep | undefined> {
  return db.journal.orderBy('seq').last()
}

/** False when the step has been undone, or was too old to keep. */
export async function hasStep(db: Database, stepId: string): Promise<boolean> {
  return (await db.journal.where('stepId').equals(stepId).count()) > 0
}

/** Newest first. */
export async function listStep(db: Database, stepId: string): Promise<readonly JournalRow[]> {
  return (await db.journal.where('stepId').equals(stepId).sortBy('seq')).toReversed()
}

/** Removes changes that were undone or can never be undone; `ids` null removes the whole row. */
export async function removeChanges(db: Database, row: JournalRow, ids: ReadonlySet<string> | null): Promise<void> {
  const changes = ids === null ? [] : row.changes.filter(({ conversationId }) => !ids.has(conversationId))
  if (changes.length === 0) await db.journal.delete(row.seq)
  else await db.journal.update(row.seq, { changes })
}

/** A step as the undo dialog shows it. */
export type UndoStepView = UndoStep & {
  readonly rows: readonly (FieldChange & { readonly name: string })[]
  /** The number of changes beyond the limit. */
  readonly hiddenCount: number
}

/** The step that undo would revert next, with current names; null when there is none. `deletedName` names deleted conversations. */
export async function readLastChanges(db: Database, limit: number, deletedName: string): Promise<UndoStepView | null> {
  const step = await readLastStep(db)
  if (step === undefined) return null
  const changes = (await listStep(db, step.stepId)).toReversed().flatMap((row) => row.changes)
  const shown = changes.slice(0, limit)
  const ids = shown.map(({ conversationId }) => conversationId)
  const nameOf = new Map((await readListRows(db, ids)).map(({ id, shown: row }) => [id, row?.name]))
  const rows = shown.map((change) => ({
    ...change,
    name: nameOf.get(change.conversationId) ?? deletedName,
  }))
  return {
    stepId: step.stepId,
    field: step.field,
    doneAt: step.doneAt,
    rows,
    hiddenCount: changes.length - shown.length,
  }
}
