import { yieldToEventLoop } from '../ui/yield-to-event-loop.ts'
import { commit, isSaveTrouble } from '../db/commit.ts'
import type { Database } from '../db/database.ts'
import { newStep, noteStep, type Step, type UndoStep } from '../db/undo-journal.ts'
import type { FieldName } from '../db/rows.ts'
import { type ListedConversation, readListRows } from '../db/list-rows.ts'
import { text } from '../strings/text.ts'
import type { Problem } from '../view/view-state.ts'
import { BLANK_NAME, FIELDS } from './fields.ts'
import { runInOrder } from './serial.ts'

export type ChangeRequest = {
  readonly field: FieldName
  readonly conversationIds: readonly string[]
  /** The new value, for all or for each; or the reason why a conversation can't get one. */
  readonly valueFor: string | ((shown: ListedConversation) => string | ChangeRefusal)
}

export type ChangeRefusal = { readonly why: string }

export type ChangeOutcome = {
  readonly changed: number
  readonly problems: readonly Problem[]
  /** The first conversation that was changed, or else already had the value: its name before, and the value. Undefined for none. */
  readonly example: { readonly name: string; readonly value: string } | undefined
  /** The step that undoes the change; null when nothing was changed. */
  readonly undo: UndoStep | null
}

/** Conversations changed in one transaction. More would block the page noticeably. */
export const CHUNK = 500

/**
 * Changes conversations and records it as one undo step. Conversations that already have the value stay untouched. Many are changed in
 * several transactions, and input is handled in between. When one transaction fails, its conversations are reported and the rest continue.
 * Changes of several workspaces with the same `step` are undone together.
 */
export function changeConversations(
  db: Database,
  request: ChangeRequest,
  onProgress: (done: number) => void = () => {},
  step: Step = newStep(),
): Promise<ChangeOutcome> {
  return runInOrder(db, async () => {
    const { conversationIds } = request
    const problems: Problem[] = []
    let changed = 0
    let example: ChangeOutcome['example']
    for (let from = 0; from < conversationIds.length; from += CHUNK) {
      if (from > 0) await yieldToEventLoop()
      const ids = conversationIds.slice(from, from + CHUNK)
      const outcome = await changeChunk(db, { ...request, conversationIds: ids }, step).catch((error: unknown) =>
        notStored(ids, error),
      )
      if (example === undefined || changed === 0) example = outcome.example ?? example
      changed += outcome.changed
      problems.push(...outcome.problems)
      onProgress(Math.min(from + CHUNK, conversationIds.length))
    }
    return { changed, problems, example, undo: changed === 0 ? null : { ...step, field: request.field } }
  })
}

async function changeChunk(
  db: Database,
  { field: name, conversationIds, valueFor }: ChangeRequest,
  step: Step,
): Promise<Omit<ChangeOutcome, 'undo'>> {
  const field = FIELDS[name]
  // One transaction: the change and its undo entry are stored together or not at all.
  return commit(db, tablesOfChanges(db), async () => {
    const problems: Problem[] = []
    const decided = (await readListRows(db, conversationIds)).flatMap(({ id, shown }) => {
      if (shown === null) {
        problems.push({ conversationId: id, name: null, why: text('commands.why.gone') })
        return []
      }
      const after = valueOf(name, typeof valueFor === 'string' ? valueFor : valueFor(shown))
      if (typeof after === 'string') return [{ name: shown.name, conversationId: id, before: field.of(shown), after }]
      problems.push({ conversationId: id, name: shown.name, ...after })
      return []
    })
    const changed = decided.filter(({ before, after }) => before !== after)
    const changes = changed.map(({ conversationId, before, after }) => ({ conversationId, before, after }))
    await noteStep(db, { ...step, field: name, changes })
    const updates = changes.map(({ conversationId, after }) => ({ conversationId, value: after }))
    if (updates.length > 0) await field.write(db, updates)
    const [example = decided[0]] = changed
    return { changed: changes.length, problems, example: example && { name: example.name, value: example.after } }
  })
}

/** Refuses an invisible name: rows and notifications would show none. */
function valueOf(field: FieldName, newValue: string | ChangeRefusal): string | ChangeRefusal {
  const isBlankName = field === 'name' && typeof newValue === 'string' && !FIELDS.name.canBeSet(newValue)
  return isBlankName ? { why: BLANK_NAME } : newValue
}

/** The tables that a change of any field reads or writes. */
export function tablesOfChanges(db: Database) {
  return [db.conversations, db.outbox, db.seen, db.drafts, db.flags, db.meta, db.journal]
}

/** Reports a disk error for each conversation. Any other error is a bug. */
function notStored(ids: readonly string[], error: unknown): ChangeOutcome {
  if (!isSaveTrouble(error)) throw error
  return unchanged(ids, text('commands.why.notSaved'))
}

/** The outcome when no conversation could be changed, for a reason that they share. */
export function unchanged(ids: readonly string[], why: string): ChangeOutcome {
  const problems = ids.map((conversationId) => ({ conversationId, name: null, why }))
  return { changed: 0, problems, example: undefined, undo: null }
}
