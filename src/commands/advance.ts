import { rowKey, rowKeys } from '../catalogue/row-key.ts'
import { isInView } from '../db/views.ts'
import { select, useView } from '../view.ts'
import type { View } from '../view-state.ts'
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
  const { acting } = useView.getState()
  const keys = new Set(rowKeys(acting, [...ids]))
  const isDoneToo = (key: string): boolean => keys.has(key)
  select(afterDone(listOnScreen(), rowKey(acting, doneId), { advance, isLeaving, isDone: isDoneToo }))
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

/** Hides conversations of a workspace that the user's own change takes out of the view, from the next frame on. */
export function leaveView(workspaceId: string, ids: readonly string[], leaving: Leaving): void {
  if (ids.length > MAX_AT_ONCE || !isLeavingView(leaving)) return
  useView.setState((view) => ({ leaving: new Set([...view.leaving, ...keysIn(view, workspaceId, ids)]) }))
}

/** Shows hidden conversations of a workspace again, because their change failed or was undone. */
export function stayInView(workspaceId: string, ids: readonly string[]): void {
  if (ids.length === 0) return
  const returning = new Set(keysIn(useView.getState(), workspaceId, ids))
  useView.setState(({ leaving, intake }) => ({
    leaving: new Set([...leaving].filter((id) => !returning.has(id))),
    intake: intake + 1,
  }))
}

/** Not by the acting workspace: after a command the selection may be in another one. */
function keysIn({ acting }: Pick<View, 'acting'>, workspaceId: string, ids: readonly string[]): readonly string[] {
  return rowKeys(acting === null ? null : workspaceId, ids)
}
