import { writeNumber } from '../shared/region/locale.ts'
import { harmlessLine } from '../words/harmless-text.ts'
import type { ChangeableField } from './fields.ts'
import type { UndoOutcome } from './revert.ts'

/** Named one by one up to here; more are counted. */
const MAX_NAMED = 2

/** What an undo came to, in a sentence or two. */
export function undoneWords(
  { changes, moved, stuck, already, goneCount }: UndoOutcome,
  field: Pick<ChangeableField, 'words' | 'isLocal'>,
): string {
  const all = changes.length + moved.length + stuck.length + already.length + goneCount
  if (changes.length === all && all > 0) return `Undone: ${areAgain(changes, field)}.`
  const done =
    changes.length === 0 ? 'Nothing was undone.' : `Undone for ${counted(changes.length)} of ${counted(all)}.`
  if (moved.length > 0)
    return sentences(
      field.isLocal ? changedSince(moved, field) : `The server has moved on: ${changedSince(moved, field)}`,
      done,
    )
  const [first] = stuck
  if (first !== undefined)
    return sentences(
      `${stuck.length === 1 ? harmlessLine(first.name) : counted(stuck.length)} cannot be ${field.words(first.before)} again.`,
      done,
    )
  const [one] = already
  if (one !== undefined)
    return sentences(
      `${already.length === 1 ? `${harmlessLine(one.name)} is` : `${counted(already.length)} are`} ${field.words(one.before)} already.`,
      done,
    )
  return sentences(
    goneCount === 1
      ? 'The conversation is not on this device any more.'
      : `${counted(goneCount)} conversations are not on this device any more.`,
    done,
  )
}

function areAgain(changes: UndoOutcome['changes'], { words }: Pick<ChangeableField, 'words'>): string {
  const [one, ...others] = changes
  if (one === undefined) return ''
  if (others.length === 0) return `${harmlessLine(one.name)} is ${words(one.before)} again`
  const many = `${counted(changes.length)} conversations are`
  return others.every(({ before }) => before === one.before)
    ? `${many} ${words(one.before)} again`
    : `${many} as they were`
}

function changedSince(moved: UndoOutcome['moved'], { words }: Pick<ChangeableField, 'words'>): string {
  const named = moved.slice(0, MAX_NAMED).map(({ name, now }) => `${harmlessLine(name)} is now ${words(now)}`)
  const more = moved.length - named.length
  return `${[...named, ...(more > 0 ? [`${counted(more)} more have changed`] : [])].join(', ')}.`
}

function sentences(...all: readonly string[]): string {
  return all.join(' ')
}

function counted(count: number): string {
  return writeNumber(count)
}
