import { isSamePlace } from '../catalogue/listing.ts'
import { countPicked, idsPicked } from '../catalogue/picked.ts'
import { rowKey } from '../catalogue/row-key.ts'
import { selectedKey } from '../view/view.ts'
import type { View } from '../view/view-state.ts'

/** Which conversations a command applies to: only those that the user has selected and can see at the key press. */

/** The thread that is drawn. For a moment it may still be the previously selected one. */
export type ThreadOnScreen = {
  /** The conversation whose thread is drawn, with its name above it; null for none. */
  readonly shownId: string | null
  /** The conversation whose thread has the focus; null for none. */
  readonly focusedId: string | null
}

type TargetView = Pick<
  View,
  'screen' | 'name' | 'channel' | 'tag' | 'search' | 'listed' | 'acting' | 'selectedId' | 'picked' | 'run'
>

/** The picked conversations, else the selected one if it is visible. In All inboxes, as row keys. */
export function targetsOf(view: TargetView, readThread: () => ThreadOnScreen): readonly string[] {
  if (countPicked(view.picked) > 0) return idsPicked(view.picked)
  const id = visibleSelection(view, readThread)
  return id === null ? [] : [rowKey(view.acting, id)]
}

/** The selected conversation; null when neither the list on screen nor the thread with the focus shows it. */
export function visibleSelection(view: TargetView, readThread: () => ThreadOnScreen): string | null {
  const { screen, selectedId, run, listed } = view
  if (screen !== 'inbox' || selectedId === null) return null
  if (run === null && isListCurrent(view) && listed.indexOf(selectedKey(view) ?? '') !== -1) return selectedId
  const { shownId, focusedId } = readThread()
  // Focus mode has no list, so the thread decides.
  return focusedId === selectedId || (run !== null && shownId === selectedId) ? selectedId : null
}

/** False while the list of the previous view is still drawn. */
export function isListCurrent({ search, listed, name, channel, tag }: TargetView): boolean {
  return search !== null || isSamePlace(listed, { ...listed, name, channel, tag })
}
