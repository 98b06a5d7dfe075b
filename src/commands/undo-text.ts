import { writeNumber } from '../shared/region/locale.ts'
import { harmlessLine } from '../words/harmless-text.ts'
import type { ChangeableField } from './fields.ts'
import type { UndoOutcome } from './revert.ts'

/** Up to this number conversations are named; more are counted. */
const MAX_NAMED = 2

/** The result of an undo, in one or two sentences. */
export function undoResultText(
  { undone, conflicts, unsettable, unchanged, goneCount }: UndoOutcome,
  field: Pick<ChangeableField, 'describe' | 'isLocal'>,
): string {
  const all = undone.length + conflicts.length + unsettable.length + unchanged.length + goneCount
  if (undone.length === all && all > 0) return `Undone: ${areAgain(undone, field)}.`
  const done = undone.length === 0 ? 'Nothing was undone.' : `Undone for ${counted(undone.length)} of ${counted(all)}.`
  if (conflicts.length > 0)
    return sentences(
      field.isLocal ? changedSince(conflicts, field) : `Changed on the server: ${changedSince(conflicts, field)}`,
      done,
    )
  const [firstUnsettable] = unsettable
  if (firstUnsettable !== undefined)
    return sentences(
      `${unsettable.length === 1 ? harmlessLine(firstUnsettable.name) : counted(unsettable.length)} can’t be ${field.describe(firstUnsettable.before)} again.`,
      done,
    )
  const [firstUnchanged] = unchanged
  if (firstUnchanged !== undefined)
    return sentences(
      `${unchanged.length === 1 ? `${harmlessLine(firstUnchanged.name)} is` : `${counted(unchanged.length)} are`} already ${field.describe(firstUnchanged.before)}.`,
      done,
    )
  return sentences(
    goneCount === 1
      ? 'The conversation is no longer on this device.'
      : `${counted(goneCount)} conversations are no longer on this device.`,
    done,
  )
}

function areAgain(undone: UndoOutcome['undone'], { describe }: Pick<ChangeableField, 'describe'>): string {
  const [first, ...rest] = undone
  if (first === undefined) return ''
  if (rest.length === 0) return `${harmlessLine(first.name)} is ${describe(first.before)} again`
  const many = `${counted(undone.length)} conversations are`
  return rest.every(({ before }) => before === first.before)
    ? `${many} ${describe(first.before)} again`
    : `${many} as before`
}

function changedSince(conflicts: UndoOutcome['conflicts'], { describe }: Pick<ChangeableField, 'describe'>): string {
  const named = conflicts.slice(0, MAX_NAMED).map(({ name, now }) => `${harmlessLine(name)} is now ${describe(now)}`)
  const more = conflicts.length - named.length
  return `${[...named, ...(more > 0 ? [`${counted(more)} more have changed`] : [])].join(', ')}.`
}

function sentences(...all: readonly string[]): string {
  return all.join(' ')
}

function counted(count: number): string {
  return writeNumber(count)
}
