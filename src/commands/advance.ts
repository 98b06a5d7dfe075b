import { isInView } from '../db/views.ts'
import { select, useView } from '../view.ts'
import { focusList } from './keys/dom.ts'
import { listOnScreen } from './list-on-screen.ts'
import { afterDone } from './navigation.ts'
import { useCommandSettings } from './settings.ts'

/** What is being done to a conversation, as far as views are concerned. */
export type Leaving = { readonly status?: string; readonly snooze?: object | null; readonly isStarred?: boolean }

/** A conversation that is listed in every view, but for what is being done to it. */
const LISTED = { status: 'open', isUnread: true, waitingSince: 0, hasDraft: true, isStarred: true }

/** The selection goes on from what is done with, as the person has it in Settings; `ids` are all that are done with at once. */
export function moveOn(doneId: string, leaving: Leaving, ids: ReadonlySet<string> = new Set([doneId])): void {
  // A person who has gone elsewhere meanwhile is not called back.
  if (useView.getState().selectedId !== doneId) return
  const isLeaving = isLeavingView(leaving)
  // Reopened is not done: what stays on screen stays selected. So do many, which are no one's turn.
  if (!isLeaving && (!isDone(leaving) || ids.size > 1)) return
  // A run goes along the list to its end.
  const way = useView.getState().run !== null ? 'next' : useCommandSettings.getState().advance
  const id = afterDone(listOnScreen(), doneId, { way, isLeaving, isDone: (other) => ids.has(other) })
  select(id)
  if (way === 'list') focusList()
}

function isDone({ status, snooze }: Leaving): boolean {
  return status === 'resolved' || status === 'closed' || (snooze ?? null) !== null
}

function isLeavingView(leaving: Leaving): boolean {
  const { name, search } = useView.getState()
  // What a search found stays found.
  return search === null && !isInView({ ...LISTED, ...(name === 'snoozed' && { snooze: {} }), ...leaving }, name)
}

/** More go when the database has them: to strike out each of them one by one would take longer. */
const MAX_AT_ONCE = 5_000

/** What leaves the view by this person's own hand is gone in the next frame. */
export function leaveView(ids: readonly string[], leaving: Leaving): void {
  if (ids.length > MAX_AT_ONCE || !isLeavingView(leaving)) return
  useView.setState((view) => ({ leaving: new Set([...view.leaving, ...ids]) }))
}

/** What did not leave after all is there again. */
export function stayInView(ids: readonly string[]): void {
  if (ids.length === 0) return
  const back = new Set(ids)
  useView.setState(({ leaving, intake }) => ({
    leaving: new Set([...leaving].filter((id) => !back.has(id))),
    intake: intake + 1,
  }))
}
