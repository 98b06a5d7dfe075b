import { useLayoutEffect, useRef } from 'react'
import type { Listing } from '../catalogue/listing.ts'
import { countPicked } from '../catalogue/picked.ts'
import { useView } from '../view.ts'
import { useWorkspace } from '../workspace.tsx'
import { countNew, isMovingUp, nextSteady, type SteadyList } from './steady-list.ts'
import type { ListActivity } from './use-hand.ts'

/**
 * The list as it is drawn: while a hand is in it, or rows of it are picked, nothing shifts under it but what the person takes out. What is
 * new waits, and is counted.
 */
export function useSteadyList(wanted: Listing | null, hand: ListActivity): Listing | null {
  const { catalogue } = useWorkspace()
  const leaving = useView((view) => view.leaving)
  const intake = useView((view) => view.intake)
  const selectedId = useView((view) => view.selectedId)
  const isPicking = useView((view) => countPicked(view.picked) > 0)
  // A list that is being read for the first time has no places yet.
  const isFilling = useView((view) => view.reachability.isFirstSync)
  const steady = useRef<SteadyList | null>(null)
  const shown = steady.current?.thinned.listing ?? null
  // Begun here, or come back to: what is looked at is listed.
  const isMissing =
    wanted !== null &&
    selectedId !== null &&
    !leaving.has(selectedId) &&
    shown?.indexOf(selectedId) === -1 &&
    wanted.indexOf(selectedId) !== -1
  if (wanted !== null) {
    // Whoever answers is at this row: it is not taken from under their hands because they answered.
    const isAnswering =
      hand !== 'away' && shown !== null && selectedId !== null && isMovingUp(shown, wanted, selectedId)
    // A row that is read leaves the Unread view. It stays listed while it is selected, because keys act on listed rows alone.
    const isReading = hand !== 'away' && selectedId !== null && isLeft(shown, wanted, selectedId, leaving)
    const isHeld = (hand === 'in-list' || isPicking || isAnswering || isReading) && !isFilling && !isMissing
    steady.current = nextSteady(steady.current, { wanted, leaving, isHeld, intake })
  }
  const listing = steady.current?.thinned.listing ?? null
  useLayoutEffect(() => {
    if (wanted === null || listing === null) return
    forgetLeft(wanted.name, catalogue.isIn)
    const newCount =
      steady.current?.thinned.base === wanted
        ? 0
        : countNew(listing, wanted, { leaving, isUnread: (id) => catalogue.isIn('unread', id) })
    if (useView.getState().newCount !== newCount) useView.setState({ newCount })
  }, [catalogue, wanted, listing, leaving])
  return listing
}

/** Whether a row that is shown has left the view, and not by the user's own command. */
function isLeft(shown: Listing | null, wanted: Listing, id: string, leaving: ReadonlySet<string>): boolean {
  return shown !== null && !leaving.has(id) && shown.indexOf(id) !== -1 && wanted.indexOf(id) === -1
}

/** What the database has taken out of the view may come back into it one day. */
function forgetLeft(name: Listing['name'], isIn: (name: Listing['name'], id: string) => boolean): void {
  const { leaving } = useView.getState()
  if (leaving.size === 0) return
  const left = [...leaving].filter((id) => isIn(name, id))
  if (left.length < leaving.size) useView.setState({ leaving: new Set(left) })
}
