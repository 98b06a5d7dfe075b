import { isInView } from '../db/views.ts'
import { select, useView } from '../view.ts'
import { focusList } from './keys/dom.ts'
import { listOnScreen } from './list-on-screen.ts'
import { afterDone } from './navigation.ts'
import { useCommandSettings } from './settings.ts'

/** The part of a change that decides whether a conversation leaves a view. */
export type Leaving = { readonly status?: string; readonly snooze?: object | null; readonly isStarred?: boolean }

/** A conversation that every view lists, apart from the change that is applied to it. */
const LISTED = { status: 'open', isUnread: true, waitingSince: 0, hasDraft: true, isStarred: true }

/** Moves the selection on from a finished conversation, as set in Settings. `ids` are all that are finished together. */
export function moveOn(doneId: string, leaving: Leaving, ids: ReadonlySet<string> = new Set([doneId])): void {
  // The user has selected another conversation.
  if (useView.getState().selectedId !== doneId) return
  const isLeaving = isLeavingView(leaving)
  // A reopened conversation isn't finished: it stays on screen and selected. So does one of many that stay in the view.
  if (!isLeaving && (!isDone(leaving) || ids.size > 1)) return
  // Focus mode always goes down the list.
  const advance = useView.getState().run !== null ? 'next' : useCommandSettings.getState().advance
  const id = afterDone(listOnScreen(), doneId, { advance, isLeaving, isDone: (otherId) => ids.has(otherId) })
  select(id)
  if (advance === 'list') focusList()
}

function isDone({ status, snooze }: Leaving): boolean {
  return status === 'resolved' || status === 'closed' || (snooze ?? null) !== null
}

function isLeavingView(leaving: Leaving): boolean {
  const { name, search } = useView.getState()
  // Search results stay listed, whatever their status.
  return search === null && !isInView({ ...LISTED, ...(name === 'snoozed' && { snooze: {} }), ...leaving }, name)
}

/** Above this number, rows leave when the database has stored the change: hiding them one by one would take longer. */
const MAX_AT_ONCE = 5_000

/** Hides conversations that the user's own change takes out of the view, from the next frame on. */
export function leaveView(ids: readonly string[], leaving: Leaving): void {
  if (ids.length > MAX_AT_ONCE || !isLeavingView(leaving)) return
  useView.setState((view) => ({ leaving: new Set([...view.leaving, ...ids]) }))
}

/** Shows hidden conversations again, because their change failed or was undone. */
export function stayInView(ids: readonly string[]): void {
  if (ids.length === 0) return
  const returning = new Set(ids)
  useView.setState(({ leaving, intake }) => ({
    leaving: new Set([...leaving].filter((id) => !returning.has(id))),
    intake: intake + 1,
  }))
}
