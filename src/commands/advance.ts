import { rowKeys } from '../catalogue/row-key.ts'
import { isInView } from '../db/views.ts'
import { select, selectedKey, useView } from '../view/view.ts'
import type { View } from '../view/view-state.ts'
import { focusList } from './keys/dom.ts'
import { listOnScreen } from './list-on-screen.ts'
import { afterDone } from './navigation.ts'
import { useCommandSettings } from './settings.ts'

/** The part of a change that decides whether a conversation leaves a view. */
export type Leaving = { readonly status?: string; readonly snooze?: object | null; readonly isStarred?: boolean }

/** A conversation that every view lists, apart from the change that is applied to it. */
const LISTED = { status: 'open', isUnread: true, waitingSince: 0, hasDraft: true, isStarred: true }

/**
 * Moves the selection on from finished conversations, as set in Settings. `selected` is the row that was selected when the command began,
 * and `done` are all that are finished together, as row keys.
 */
export function moveOn(selected: string | null, leaving: Leaving, done: ReadonlySet<string>): void {
  // The command is about other conversations, or the user has selected another one.
  if (selected === null || !done.has(selected) || selectedKey(useView.getState()) !== selected) return
  const isLeaving = isLeavingView(leaving)
  // A reopened conversation isn't finished: it stays on screen and selected. So does one of many that stay in the view.
  if (!isLeaving && (!isDone(leaving) || done.size > 1)) return
  // Focus mode always goes down the list.
  const advance = useView.getState().run !== null ? 'next' : useCommandSettings.getState().advance
  select(afterDone(listOnScreen(), selected, { advance, isLeaving, isDone: (key) => done.has(key) }))
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
