import type { Database } from '../db/database.ts'
import { isSaveTrouble } from '../db/commit.ts'
import { hasStep, readLastStep, type UndoStep } from '../db/undo-journal.ts'
import { findHeldOf, findLastHeld, readLastFate } from '../db/outbox-queries.ts'
import { countPicked } from '../catalogue/picked.ts'
import { rowKey } from '../catalogue/row-key.ts'
import { undoSend } from '../outbox/intents.ts'
import { listText } from '../shared/messages/list-text.ts'
import { text } from '../strings/text.ts'
import { openConversation, selectedKey, takeIn, useView } from '../view/view.ts'
import { actFor } from '../view/workspace-view.ts'
import { showToast } from '../view/toasts.ts'
import { takeBackMessage } from '../view/view-field.ts'
import type { OpenWorkspace } from '../workspace.tsx'
import { FIELDS } from './fields.ts'
import { lastActionOf, readAll, workspacesToUndo } from './parts/last-action.ts'
import { runInOrderOfAll } from './serial.ts'
import { stayInView } from './advance.ts'
import { addOutcomes, NO_UNDO, revertStep, type UndoOutcome } from './revert.ts'
import { countOutcome, namesIn, undoResultText } from './undo-text.ts'

/**
 * Takes back this conversation's last message in its undo window: its text becomes the draft. Shows the reason when there is no such
 * message.
 */
export async function undoLastSendIn(db: Database, conversationId: string): Promise<void> {
  const held = await findLastHeld(db, conversationId)
  if (held !== null && (await undoSend(db, held))) return
  showToast(TOO_LATE[await readLastFate(db, conversationId)])
}

type Access = Pick<OpenWorkspace, 'db' | 'catalogue' | 'workspace'>

/**
 * Undoes the last message or change, even one from before a restart. Called again, it undoes the one before that. In All inboxes it is the
 * last one in any workspace: after a command, the selection may be in another one.
 */
export function undoLast(open: Access & Pick<OpenWorkspace, 'workspaces'>): Promise<void> {
  const workspaces = workspacesToUndo(open)
  const isStillThere = watchSelection()
  return runInOrderOfAll(dbsOf(workspaces), async () => {
    const read = await readAll(workspaces, async ({ db }) => {
      const [held, step] = await Promise.all([findLastHeld(db), readLastStep(db)])
      return { held, step }
    })
    const last = lastActionOf(read.map(({ value }) => value))
    if (last?.kind === 'step') {
      const changed = last.indexes.flatMap((index) => read[index]?.workspace ?? [])
      return undoStep(changed, last.step, () => null, isStillThere)
    }
    const from = last === null ? undefined : read[last.index]
    if (from === undefined || from.value.held === null) return showToast(TOO_LATE[await readLastFate(open.db)])
    actFor(from.workspace.workspace.id)
    takeBackMessage(from.value.held)
  })
}

/** Undoes the step that a toast names, also when the user has done something else since. With its message, if that can be taken back. */
export function undoNamed(open: Access & Pick<OpenWorkspace, 'workspaces'>, step: UndoStep): Promise<void> {
  const workspaces = workspacesToUndo(open)
  const isStillThere = watchSelection()
  return runInOrderOfAll(dbsOf(workspaces), async () => {
    const read = await readAll(workspaces, ({ db }) => hasStep(db, step.stepId))
    const changed = read.flatMap(({ workspace, value }) => (value ? [workspace] : []))
    const [first] = changed
    if (first === undefined) return showToast(TOO_LATE.nothing)
    const held = await findHeldOf(first.db, step.stepId)
    if (held === null) return undoStep(changed, step, () => null, isStillThere)
    actFor(first.workspace.id)
    takeBackMessage(held)
  })
}

/** Undoes a step for some of its conversations, and shows the result. `idsOf`: those of a workspace, null for all. */
export function undoSome(
  workspaces: readonly Access[],
  step: UndoStep,
  idsOf: (workspaceId: string) => ReadonlySet<string> | null,
): Promise<void> {
  const isStillThere = watchSelection()
  return runInOrderOfAll(dbsOf(workspaces), () => undoStep(workspaces, step, idsOf, isStillThere))
}

function dbsOf(workspaces: readonly Access[]): readonly Database[] {
  return workspaces.map(({ db }) => db)
}

/** The row that the last undo opened: a user who presses undo there again has not moved away. */
let openedKey: string | null = null

/** Returns a function that tells whether the user is still where they are now, or where an undo took them. */
function watchSelection(): () => boolean {
  const { screen } = useView.getState()
  const key = selectedKey(useView.getState())
  return () => {
    const now = useView.getState()
    return now.screen === screen && (selectedKey(now) === key || selectedKey(now) === openedKey)
  }
}

async function undoStep(
  workspaces: readonly Access[],
  step: UndoStep,
  idsOf: (workspaceId: string) => ReadonlySet<string> | null,
  isStillThere: () => boolean,
): Promise<void> {
  const settled = await Promise.allSettled(
    workspaces.map(({ db, workspace }) => revertStep(db, step, idsOf(workspace.id))),
  )
  const [first, ...others] = settled
  if (first?.status === 'rejected' && others.length === 0) throw first.reason
  const outcomes = settled.map((result) => (result.status === 'fulfilled' ? result.value : NO_UNDO))
  for (const [index, { workspace, catalogue }] of workspaces.entries())
    returnRows(workspace.id, catalogue, outcomes[index] ?? NO_UNDO)
  const outcome = outcomes.reduce(addOutcomes, NO_UNDO)
  const failed = workspaces.filter((_, index) => settled[index]?.status === 'rejected')
  const isWhole = failed.length === 0 && outcome.undone.length === countOutcome(outcome)
  showToast(resultText(outcome, step, listText(failed.map(({ workspace }) => workspace.name))), {
    names: namesIn(outcome),
    tone: isWhole ? 'done' : 'problem',
  })
  openUndone(workspaces, outcomes, isStillThere)
  // The toast has named a workspace that can't save. Anything else is a bug.
  for (const result of settled) if (result.status === 'rejected' && !isSaveTrouble(result.reason)) throw result.reason
}

/** They return to their positions even while the list is frozen. Many do so only after the catalogue has settled. */
function returnRows(workspaceId: string, catalogue: Access['catalogue'], { undone }: UndoOutcome): void {
  stayInView(
    workspaceId,
    undone.map(({ conversationId }) => conversationId),
  )
  void catalogue.settled().then(takeIn)
}

/** `failedIn`: the workspaces in which the undo couldn't be saved; empty for none. */
function resultText(outcome: UndoOutcome, step: UndoStep, failedIn: string): string {
  if (failedIn === '') return undoResultText(outcome, FIELDS[step.field])
  const failure = text('commands.undone.failedIn', { names: failedIn })
  return outcome.undone.length === 0 ? failure : `${undoResultText(outcome, FIELDS[step.field])} ${failure}`
}

/** Opens the only conversation that was undone, unless the user picks conversations, or has moved on: their keys then apply to others. */
function openUndone(
  workspaces: readonly Access[],
  outcomes: readonly UndoOutcome[],
  isStillThere: () => boolean,
): void {
  const undone = outcomes.flatMap((outcome, index) =>
    outcome.undone.map(({ conversationId }) => ({
      workspaceId: workspaces[index]?.workspace.id ?? '',
      conversationId,
    })),
  )
  const [only, ...rest] = undone
  if (only === undefined || rest.length > 0 || !isStillThere() || countPicked(useView.getState().picked) > 0) return
  actFor(only.workspaceId)
  openedKey = rowKey(useView.getState().acting, only.conversationId)
  openConversation(only.conversationId)
}

const TOO_LATE = {
  'gone-out': text('commands.tooLate.sent'),
  'under-way': text('commands.tooLate.sending'),
  waiting: text('commands.tooLate.waiting'),
  nothing: text('commands.tooLate.nothing'),
} as const
