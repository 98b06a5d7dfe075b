import { isInView } from '../db/views.ts'
import { select, useView } from '../view.ts'
import { focusList } from './focus.ts'
import { readListed } from './listed.ts'
import { afterDone } from './navigation.ts'
import { useCommandSettings } from './settings.ts'

/** What is being done to a conversation, as far as views are concerned. */
export type Leaving = { readonly status?: string; readonly snooze?: object }

/** A conversation that is listed in every view, but for what is being done to it. */
const LISTED = { status: 'open', isUnread: true, waitingSince: 0, hasDraft: true, isStarred: true }

/** The selection goes on from what is done with, as the person has it in Settings; `ids` are all that are done with at once. */
export function moveOn(doneId: string, leaving: Leaving, ids: ReadonlySet<string> = new Set([doneId])): void {
  const { name, search } = useView.getState()
  // What a search found stays found.
  const isLeaving = search === null && !isInView({ ...LISTED, ...leaving }, name)
  // Reopened is not done: what stays on screen stays selected. So do many, which are no one's turn.
  if (!isLeaving && (!isDone(leaving) || ids.size > 1)) return
  const way = useCommandSettings.getState().advance
  const id = afterDone(readListed(), doneId, { way, isLeaving, isDone: (other) => ids.has(other) })
  select(id)
  if (way === 'list') focusList()
}

function isDone({ status, snooze }: Leaving): boolean {
  return status === 'resolved' || status === 'closed' || snooze !== undefined
}
