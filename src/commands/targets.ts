import { isSamePlace } from '../catalogue/listing.ts'
import { countPicked, idsPicked } from '../catalogue/picked.ts'
import type { View } from '../view-state.ts'

/** Which conversations a command is about: only what the user has selected and can see at the press. */

/** The thread that is drawn. It may still be the one before the selected one. */
export type ThreadOnScreen = {
  /** The conversation whose thread is drawn, with its name above it; null for none. */
  readonly shownId: string | null
  /** The conversation whose thread has the focus; null for none. */
  readonly focusedId: string | null
}

type Looked = Pick<View, 'screen' | 'name' | 'channel' | 'tag' | 'search' | 'listed' | 'selectedId' | 'picked' | 'run'>

/** All that are picked, else the selected one if it is visible. */
export function targetsOf(view: Looked, readThread: () => ThreadOnScreen): readonly string[] {
  if (countPicked(view.picked) > 0) return idsPicked(view.picked)
  const id = visibleSelection(view, readThread)
  return id === null ? [] : [id]
}

/** The selected conversation; null when neither the list on screen nor the thread with the focus shows it. */
export function visibleSelection(view: Looked, readThread: () => ThreadOnScreen): string | null {
  const { screen, selectedId, run, listed } = view
  if (screen !== 'inbox' || selectedId === null) return null
  if (run === null && isListCurrent(view) && listed.indexOf(selectedId) !== -1) return selectedId
  const { shownId, focusedId } = readThread()
  // Run mode has no list: the thread alone says which conversation it is.
  return focusedId === selectedId || (run !== null && shownId === selectedId) ? selectedId : null
}

/** False for the moment in which the list of the view before is still drawn. */
export function isListCurrent({ search, listed, name, channel, tag }: Looked): boolean {
  return search !== null || isSamePlace(listed, { ...listed, name, channel, tag })
}
