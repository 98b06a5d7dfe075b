import { newStep, type Step } from '../../db/undo-journal.ts'
import { text } from '../../strings/text.ts'
import { changeConversations, type ChangeOutcome, type ChangeRequest, unchanged } from '../change.ts'
import type { Part } from './parts.ts'

export type BulkChange = Omit<ChangeRequest, 'conversationIds'>

/** The result for the conversations of one workspace. `bug` is an unexpected error; undefined for none. */
export type PartOutcome = ChangeOutcome & { readonly part: Part; readonly bug?: unknown }

/**
 * Changes the conversations of each workspace in its own database, all at once. One undo takes back all of them. A workspace that fails does
 * not keep the others from being changed: its conversations are reported. `onProgress` gets the number of conversations so far.
 */
export async function changeParts(
  parts: readonly Part[],
  change: BulkChange,
  onProgress: (done: number) => void,
): Promise<readonly PartOutcome[]> {
  const step = newStep()
  const doneOf = parts.map(() => 0)
  return Promise.all(
    parts.map((part, index) =>
      changePart(part, change, step, (done) => {
        doneOf[index] = done
        onProgress(doneOf.reduce((sum, count) => sum + count, 0))
      }),
    ),
  )
}

async function changePart(
  part: Part,
  change: BulkChange,
  step: Step,
  onProgress: (done: number) => void,
): Promise<PartOutcome> {
  const { open, conversationIds } = part
  if (open === null) {
    onProgress(conversationIds.length)
    return { part, ...unchanged(conversationIds, text('commands.why.workspaceNotOpen')) }
  }
  try {
    return { part, ...(await changeConversations(open.db, { ...change, conversationIds }, onProgress, step)) }
  } catch (bug) {
    onProgress(conversationIds.length)
    return { part, ...unchanged(conversationIds, text('commands.why.notSaved')), bug }
  }
}

/** The outcomes of all workspaces as one. In All inboxes (`isAll`), each problem names its workspace. */
export function mergeOutcomes(outcomes: readonly PartOutcome[], { isAll }: { readonly isAll: boolean }): ChangeOutcome {
  return {
    changed: outcomes.reduce((sum, { changed }) => sum + changed, 0),
    example: outcomes.find(({ changed }) => changed > 0)?.example ?? outcomes[0]?.example,
    undo: outcomes.find(({ undo }) => undo !== null)?.undo ?? null,
    problems: outcomes.flatMap(({ part: { workspace }, problems }) =>
      isAll
        ? problems.map((problem) => ({ ...problem, workspace: { id: workspace.id, name: workspace.name } }))
        : problems,
    ),
  }
}

/** Throws an unexpected error, for the places that report bugs. Call it when the user has seen the outcome. */
export function throwBug(outcomes: readonly Pick<PartOutcome, 'bug'>[]): void {
  for (const { bug } of outcomes) if (bug !== undefined) throw bug
}
