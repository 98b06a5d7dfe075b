import { countPicked, idsPicked, isPicked, NONE_PICKED } from '../catalogue/picked.ts'
import { listText } from '../shared/messages/list-text.ts'
import { text } from '../strings/text.ts'
import { openBulk, useView } from '../view/view.ts'
import { watchWorkspace } from '../view/workspace-view.ts'
import { showToast } from '../view/toasts.ts'
import { harmlessLine } from '../words/harmless-text.ts'
import { shownName } from '../words/shown-name.ts'
import { CHUNK, type ChangeOutcome } from './change.ts'
import { type BulkChange, changeParts, mergeOutcomes, type PartOutcome, throwBug } from './parts/change-parts.ts'
import type { CommandContext } from './command.ts'
import { changeOneText, changeText, type ChangeText } from './change-text.ts'
import { FIELDS } from './fields.ts'
import { type Leaving, leaveView, stayInView } from './advance.ts'
import { countTargets, keysOf, type Part } from './parts/parts.ts'

/** From this number on, the user confirms first: so many conversations don't fit on one screen. */
export const PREVIEW_FROM = 10

/** Opens the confirmation dialog for a large change. Returns false when none is needed, or the user has confirmed. */
export function asksFirst({ parts, view, isConfirmed }: CommandContext, commandId: string): boolean {
  if (isConfirmed || countTargets(parts) < PREVIEW_FROM) return false
  openBulk('preview', { commandId, keys: keysOf(parts, view.acting) })
  return true
}

/** What the toast needs to know of a change. */
type ResultRequest = Pick<BulkRequest, 'field' | 'valueFor' | 'result'>

type BulkRequest = BulkChange & {
  /** The toast for a number of changed conversations, when `valueFor` is a function. `name`: of the only one. */
  readonly result?: (count: number, name: string) => ChangeText
}

/** Changes conversations, also of several workspaces, shows the progress and then one result for all. */
export async function changeTargets(parts: readonly Part[], request: BulkRequest): Promise<ChangeOutcome> {
  const isShown = watchWorkspace()
  return show(await changeWithProgress(parts, request), { total: countTargets(parts), isShown: isShown() }, request)
}

/** Like `changeTargets`, for changes that take conversations out of the view: they leave at once, and return if the change fails. */
export async function changeLeaving(
  parts: readonly Part[],
  request: BulkRequest,
  leaving: Leaving,
): Promise<ChangeOutcome> {
  const isShown = watchWorkspace()
  for (const { workspace, conversationIds } of parts) leaveView(workspace.id, conversationIds, leaving)
  const outcomes = await changeWithProgress(parts, request)
  for (const { part, problems } of outcomes)
    stayInView(
      part.workspace.id,
      problems.map(({ conversationId }) => conversationId),
    )
  return show(outcomes, { total: countTargets(parts), isShown: isShown() }, request)
}

/** Only long changes show their progress. */
function changeWithProgress(parts: readonly Part[], request: BulkRequest): Promise<readonly PartOutcome[]> {
  const total = countTargets(parts)
  const isLong = total > CHUNK
  if (isLong) useView.setState({ progress: { done: 0, total } })
  return changeParts(parts, request, (done) => {
    if (isLong) useView.setState({ progress: done < total ? { done, total } : null })
  })
}

/** `isShown`: the workspace of the change is on screen. Undo in another one would find nothing, and its key would undo something else. */
function show(
  outcomes: readonly PartOutcome[],
  { total, isShown }: { readonly total: number; readonly isShown: boolean },
  request: BulkRequest,
): ChangeOutcome {
  const outcome = mergeOutcomes(outcomes, { isAll: useView.getState().acting !== null })
  if (isShown || outcome.problems.length === 0)
    showOutcome(isShown ? outcome : { ...outcome, undo: null }, total, request)
  else showProblemsElsewhere(outcomes)
  throwBug(outcomes)
  return outcome
}

/** The dialog lists conversations of the workspace on screen. So those of another one are only counted, with its name. */
function showProblemsElsewhere(outcomes: readonly PartOutcome[]): void {
  const failed = outcomes.filter(({ problems }) => problems.length > 0)
  const count = failed.reduce((sum, { problems }) => sum + problems.length, 0)
  const names = [...new Set(failed.map(({ part }) => harmlessLine(part.workspace.name)))]
  showToast(text('commands.changed.failedIn', { count, names: listText(names) }), { tone: 'problem', names })
}

function showOutcome(outcome: ChangeOutcome, total: number, request: BulkRequest): void {
  const { changed, problems } = outcome
  const [problem] = problems
  if (problem !== undefined && total > 1)
    return useView.setState({ problems, changedBeside: changed, dialog: 'problems' })
  if (problem !== undefined)
    return showToast(text('commands.changed.noneBecause', { why: problem.why }), { tone: 'problem' })
  showResult(outcome, total, request)
}

/** Names what was changed, with a button that undoes it. */
export function showResult({ changed, example, undo }: ChangeOutcome, total: number, request: ResultRequest): void {
  const { field, valueFor, result } = request
  if (example === undefined) return
  const { name, value } = example
  const shown = shownName(name)
  if (changed === 0 && total === 1 && result === undefined) {
    const already = text('commands.undone.alreadyOne', { name: shown, state: FIELDS[field].describe(value) })
    return showToast(already, { names: [shown] })
  }
  if (changed === 0) return showToast(text('commands.changed.none'))
  const said = result?.(changed, name) ?? (changed === 1 ? changeOneText(field, value, name) : null)
  if (said !== null) return showToast(said.text, { tone: 'done', names: said.names, undo })
  const isSame = typeof valueFor === 'string'
  const many = isSame ? changeText(field, valueFor, changed) : text('commands.changed.plain', { count: changed })
  showToast(many, { tone: 'done', undo })
}

/** Clears the picked conversations after a command on them. */
export function endPicking(parts: readonly Part[]): void {
  const { picked, acting } = useView.getState()
  if (countPicked(picked) === 0) return
  const keys = keysOf(parts, acting)
  // In one workspace, a command's ids are the picked ones themselves. In All inboxes they were taken out of row keys.
  const isSamePick =
    acting === null
      ? keys === idsPicked(picked)
      : keys.length === countPicked(picked) && keys.every((key) => isPicked(picked, key))
  if (isSamePick) useView.setState({ picked: NONE_PICKED, anchorId: null })
}
