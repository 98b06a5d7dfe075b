import type { Database } from '../../db/database.ts'
import type { findLastHeld } from '../../db/outbox-queries.ts'
import { readLastChanges, readLastStep, type UndoStep, type UndoStepView } from '../../db/undo-journal.ts'
import { useView } from '../../view/view.ts'
import type { OpenWorkspace } from '../../workspace.tsx'

type Held = Awaited<ReturnType<typeof findLastHeld>>

/** The last message in its undo time and the last step of one workspace. */
export type LastOf = { readonly held: Pick<NonNullable<Held>, 'saidAt'> | null; readonly step: UndoStep | undefined }

/** What undo takes back: a message of one workspace, or a step of one or several. Indexes of the workspaces. */
export type LastAction =
  | { readonly kind: 'message'; readonly index: number }
  | { readonly kind: 'step'; readonly step: UndoStep; readonly indexes: readonly number[] }

/**
 * The newest action over several workspaces; null for none. At the same time, a change is newer than a message. A change of several
 * workspaces is one step in each, with the same id.
 */
export function lastActionOf(workspaces: readonly LastOf[]): LastAction | null {
  let last: LastAction | null = null
  let at = -Infinity
  for (const [index, { held, step }] of workspaces.entries()) {
    if (step !== undefined && step.doneAt >= at) {
      at = step.doneAt
      last = { kind: 'step', step, indexes: [index] }
    }
    if (held !== null && held.saidAt > at) {
      at = held.saidAt
      last = { kind: 'message', index }
    }
  }
  if (last?.kind !== 'step') return last
  const { stepId } = last.step
  const indexes = workspaces.flatMap(({ step }, index) => (step?.stepId === stepId ? [index] : []))
  return { ...last, indexes }
}

type Access = Pick<OpenWorkspace, 'db' | 'catalogue' | 'workspace'>

/** The workspaces whose actions undo takes back: in All inboxes those that it lists, else the one on screen. */
export function workspacesToUndo(open: Access & Pick<OpenWorkspace, 'workspaces'>): readonly Access[] {
  if (useView.getState().acting === null) return [open]
  const { list, find } = open.workspaces
  return list().flatMap(({ workspace, state }) => {
    const running = workspace.kind === 'api' && state === 'open' ? find(workspace.id) : null
    return running === null ? [] : [running]
  })
}

/** Reads each workspace. One that can't be read is left out, unless it is the only one. */
export async function readAll<W extends { readonly db: Database }, T>(
  workspaces: readonly W[],
  read: (workspace: W) => Promise<T>,
): Promise<readonly { readonly workspace: W; readonly value: T }[]> {
  const [only, ...others] = workspaces
  if (only !== undefined && others.length === 0) return [{ workspace: only, value: await read(only) }]
  const settled = await Promise.allSettled(
    workspaces.map(async (workspace) => ({ workspace, value: await read(workspace) })),
  )
  return settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
}

/** A step with the conversations of each of its workspaces. */
export type LastStep = UndoStep & {
  readonly parts: readonly { readonly workspace: Access; readonly changes: UndoStepView }[]
}

/** The step that undo would revert next, with current names; null when there is none. `limit` is for each workspace. */
export async function readLastStepOf(
  workspaces: readonly Access[],
  limit: number,
  deletedName: string,
): Promise<LastStep | null> {
  const steps = await readAll(workspaces, ({ db }) => readLastStep(db))
  const last = lastActionOf(steps.map(({ value }) => ({ held: null, step: value })))
  if (last?.kind !== 'step') return null
  const changed = last.indexes.flatMap((index) => steps[index]?.workspace ?? [])
  const views = await readAll(changed, ({ db }) => readLastChanges(db, limit, deletedName))
  const parts = views.flatMap(({ workspace, value }) => (value === null ? [] : [{ workspace, changes: value }]))
  return { ...last.step, parts }
}
