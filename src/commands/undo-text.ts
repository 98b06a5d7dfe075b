import { listText } from '../shared/messages/list-text.ts'
import { text } from '../strings/text.ts'
import type { ChangeableField } from './fields.ts'
import type { UndoOutcome } from './revert.ts'
import { shownName } from '../words/shown-name.ts'

/** Up to this number conversations are named; more are counted. */
const MAX_NAMED = 2

type Field = Pick<ChangeableField, 'describe' | 'isLocal'>

/** The result of an undo, in one or two sentences. */
export function undoResultText(outcome: UndoOutcome, field: Field): string {
  const total = countOutcome(outcome)
  const { undone } = outcome
  const count = undone.length
  if (count === total && total > 0) return allUndone(undone, field)
  const done = count === 0 ? text('commands.undone.none') : text('commands.undone.some', { count, total })
  return `${reasonText(outcome, field)} ${done}`
}

/** The conversations of the step. */
export function countOutcome({ undone, conflicts, unsettable, unchanged, goneCount }: UndoOutcome): number {
  return undone.length + conflicts.length + unsettable.length + unchanged.length + goneCount
}

/** The names that the result may contain. */
export function namesIn({ undone, conflicts, unsettable, unchanged }: UndoOutcome): readonly string[] {
  const first = [undone, conflicts, unsettable, unchanged].flatMap((named) => named.slice(0, MAX_NAMED))
  return first.map(({ name }) => shownName(name))
}

function allUndone(undone: UndoOutcome['undone'], { describe }: Field): string {
  const [first, ...rest] = undone
  if (first === undefined) return ''
  const count = undone.length
  const state = describe(first.before, count)
  if (count === 1) return text('commands.undone.one', { name: shownName(first.name), state })
  return rest.every(({ before }) => before === first.before)
    ? text('commands.undone.many', { count, state })
    : text('commands.undone.asBefore', { count })
}

/** Why some conversations, or all, stay as they are. */
function reasonText({ conflicts, unsettable, unchanged, goneCount }: UndoOutcome, field: Field): string {
  if (conflicts.length > 0) return changedSince(conflicts, field)
  const [change = unchanged[0]] = unsettable
  if (change === undefined) return text('commands.undone.gone', { count: goneCount })
  const isUnsettable = unsettable.length > 0
  const count = isUnsettable ? unsettable.length : unchanged.length
  const state = field.describe(change.before, count)
  if (count > 1)
    return text(isUnsettable ? 'commands.undone.impossibleMany' : 'commands.undone.alreadyMany', { count, state })
  const name = shownName(change.name)
  return text(isUnsettable ? 'commands.undone.impossibleOne' : 'commands.undone.alreadyOne', { name, state })
}

function changedSince(conflicts: UndoOutcome['conflicts'], { describe, isLocal }: Field): string {
  const named = conflicts
    .slice(0, MAX_NAMED)
    .map(({ name, now }) => text('commands.undone.nowOne', { name: shownName(name), state: describe(now) }))
  const count = conflicts.length - named.length
  const changes = listText(count > 0 ? [...named, text('commands.undone.moreChanged', { count })] : named)
  return text(isLocal ? 'commands.undone.changedHere' : 'commands.undone.changedOnServer', { changes })
}
