import { countPicked, idsPicked, NONE_PICKED } from '../catalogue/picked.ts'
import { writeNumber } from '../shared/region/locale.ts'
import { openBulk, showToast, useView } from '../view.ts'
import { changeConversations, CHUNK, type ChangeOutcome, type ChangeRequest } from './change.ts'
import type { CommandContext } from './command.ts'
import { FIELDS } from './fields.ts'
import { type Leaving, leaveView, stayInView } from './advance.ts'

/** From here on a person is asked first: what is picked goes over more than one screen, and nobody sees all of it. */
export const PREVIEW_FROM = 10

/** Changes of so many are asked about, once; false when this is no such thing, or the answer was yes. */
export function asksFirst({ conversationIds, isConfirmed }: CommandContext, commandId: string): boolean {
  if (isConfirmed || conversationIds.length < PREVIEW_FROM) return false
  openBulk('preview', { commandId, conversationIds })
  return true
}

type ToldWish = Omit<ChangeRequest, 'conversationIds'> & {
  /** What comes after "3 conversations are now …", where the field has no words of its own for it. */
  readonly words?: string
}

/** Changes what a command is about, shows how far that is, and tells what came of it. */
export async function changeTargets(
  { open, conversationIds }: Pick<CommandContext, 'open' | 'conversationIds'>,
  wish: ToldWish,
): Promise<ChangeOutcome> {
  const total = conversationIds.length
  const isLong = total > CHUNK
  if (isLong) useView.setState({ progress: { done: 0, total } })
  const outcome = await changeConversations(open.db, { ...wish, conversationIds }, (done) => {
    if (isLong) useView.setState({ progress: done < total ? { done, total } : null })
  })
  tell(outcome, total, wish)
  return outcome
}

/** The same for what may leave the view by it: it is gone at once, and comes back if that could not be done. */
export async function changeLeaving(
  context: Pick<CommandContext, 'open' | 'conversationIds'>,
  wish: ToldWish,
  leaving: Leaving,
): Promise<ChangeOutcome> {
  leaveView(context.conversationIds, leaving)
  const outcome = await changeTargets(context, wish)
  stayInView(outcome.problems.map(({ conversationId }) => conversationId))
  return outcome
}

function tell({ changed, problems }: ChangeOutcome, total: number, { field, valueFor, words }: ToldWish): void {
  const [problem] = problems
  if (problem !== undefined && total === 1) return showToast(`Not done. ${problem.why}`)
  if (problem !== undefined) return useView.setState({ problems, dialog: 'problems' })
  if (total === 1) return
  if (changed === 0) return showToast('Nothing to change: they are so already.')
  const what = words ?? (typeof valueFor === 'string' ? FIELDS[field].words(valueFor) : 'changed')
  showToast(`${changed === 1 ? '1 conversation is' : `${writeNumber(changed)} conversations are`} now ${what}.`, {
    canUndo: true,
  })
}

/** What was picked is done with: the next command is about something else. */
export function endPicking({ conversationIds }: Pick<CommandContext, 'conversationIds'>): void {
  const { picked } = useView.getState()
  if (countPicked(picked) > 0 && idsPicked(picked) === conversationIds)
    useView.setState({ picked: NONE_PICKED, anchorId: null })
}
