import { countPicked, idsPicked, NONE_PICKED } from '../catalogue/picked.ts'
import { rowKey } from '../catalogue/row-key.ts'
import { text } from '../strings/text.ts'
import { openBulk, showToast, useView } from '../view.ts'
import { changeConversations, CHUNK, type ChangeOutcome, type ChangeRequest } from './change.ts'
import type { CommandContext } from './command.ts'
import { changeText } from './change-text.ts'
import { type Leaving, leaveView, stayInView } from './advance.ts'

/** From this number on, the user confirms first: so many conversations don't fit on one screen. */
export const PREVIEW_FROM = 10

/** Opens the confirmation dialog for a large change. Returns false when none is needed, or the user has confirmed. */
export function asksFirst({ conversationIds, isConfirmed }: CommandContext, commandId: string): boolean {
  if (isConfirmed || conversationIds.length < PREVIEW_FROM) return false
  openBulk('preview', { commandId, conversationIds })
  return true
}

type BulkRequest = Omit<ChangeRequest, 'conversationIds'> & {
  /** The toast for the number of changed conversations, when `valueFor` is a function. */
  readonly result?: (count: number) => string
}

/** Changes a command's conversations, shows the progress and then the result. */
export async function changeTargets(
  { open, conversationIds }: Pick<CommandContext, 'open' | 'conversationIds'>,
  request: BulkRequest,
): Promise<ChangeOutcome> {
  const total = conversationIds.length
  const isLong = total > CHUNK
  if (isLong) useView.setState({ progress: { done: 0, total } })
  const outcome = await changeConversations(open.db, { ...request, conversationIds }, (done) => {
    if (isLong) useView.setState({ progress: done < total ? { done, total } : null })
  })
  showOutcome(outcome, total, request)
  return outcome
}

/** Like `changeTargets`, for changes that take conversations out of the view: they leave at once, and return if the change fails. */
export async function changeLeaving(
  context: Pick<CommandContext, 'open' | 'conversationIds'>,
  request: BulkRequest,
  leaving: Leaving,
): Promise<ChangeOutcome> {
  leaveView(context.open.workspace.id, context.conversationIds, leaving)
  const outcome = await changeTargets(context, request)
  stayInView(
    context.open.workspace.id,
    outcome.problems.map(({ conversationId }) => conversationId),
  )
  return outcome
}

function showOutcome({ changed, problems }: ChangeOutcome, total: number, request: BulkRequest): void {
  const [problem] = problems
  if (problem !== undefined && total === 1) return showToast(text('commands.changed.noneBecause', problem))
  if (problem !== undefined) return useView.setState({ problems, dialog: 'problems' })
  if (total === 1) return
  if (changed === 0) return showToast(text('commands.changed.none'))
  showToast(resultText(changed, request), { canUndo: true })
}

function resultText(count: number, { field, valueFor, result }: BulkRequest): string {
  if (result !== undefined) return result(count)
  return typeof valueFor === 'string' ? changeText(field, valueFor, count) : text('commands.changed.plain', { count })
}

/** Clears the picked conversations after a command on them. */
export function endPicking({ open, conversationIds }: Pick<CommandContext, 'open' | 'conversationIds'>): void {
  const { picked, acting } = useView.getState()
  if (
    countPicked(picked) > 0 &&
    isSamePick(idsPicked(picked), conversationIds, acting === null ? null : open.workspace.id)
  )
    useView.setState({ picked: NONE_PICKED, anchorId: null })
}

/** In one workspace, a command's ids are the picked ones themselves. In All inboxes they were taken out of row keys. */
function isSamePick(keys: readonly string[], ids: readonly string[], workspaceId: string | null): boolean {
  if (workspaceId === null) return keys === ids
  return keys.length === ids.length && keys.every((key, index) => key === rowKey(workspaceId, ids[index] ?? ''))
}
