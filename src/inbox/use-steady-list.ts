import { useLayoutEffect, useRef } from 'react'
import type { Totals } from '../catalogue/catalogue.ts'
import { hasOpenThreads, isFirstDownload } from '../catalogue/counting.ts'
import type { Listing } from '../catalogue/listing.ts'
import { countPicked } from '../catalogue/picked.ts'
import { selectedKey, useView } from '../view/view.ts'
import { useCatalogue, useWorkspace } from '../workspace.tsx'
import { countNew, isMovingUp, nextSteady, type SteadyList } from './steady-list.ts'
import type { ListActivity } from './use-list-activity.ts'

/**
 * The list as it is shown. While the user works in it or has picked rows, rows neither appear nor move, and only the
 * user's own commands remove rows. New rows wait and are counted.
 */
export function useSteadyList(wanted: Listing | null, activity: ListActivity): Listing | null {
  const { catalogue } = useWorkspace()
  const leaving = useView((view) => view.leaving)
  const intake = useView((view) => view.intake)
  const selectedId = useView(selectedKey)
  const isPicking = useView((view) => countPicked(view.picked) > 0)
  // During the first sync the order is not final, so there is nothing to hold.
  const isFilling = useView((view) => view.reachability.isFirstSync)
  const isFirst = useFirstDownload()
  const steady = useRef<SteadyList | null>(null)
  const shown = steady.current?.reduced.listing ?? null
  // The selected conversation was started here, or the user returned to it: it must be in the list.
  const isMissing =
    wanted !== null &&
    selectedId !== null &&
    !leaving.has(selectedId) &&
    shown?.indexOf(selectedId) === -1 &&
    wanted.indexOf(selectedId) !== -1
  if (wanted !== null) {
    // A reply moves its row up. The row stays in place while the user works on it.
    const isAnswering =
      activity !== 'away' && shown !== null && selectedId !== null && isMovingUp(shown, wanted, selectedId)
    // A row that is read leaves the Unread view. It stays listed while it is selected, because keys act on listed rows alone.
    const isReading = activity !== 'away' && selectedId !== null && hasLeft(shown, wanted, selectedId, leaving)
    const isHeld = (activity === 'in-list' || isPicking || isAnswering || isReading) && !isFilling && !isMissing
    steady.current = nextSteady(steady.current, { wanted, leaving, isHeld, intake })
  }
  const listing = steady.current?.reduced.listing ?? null
  useLayoutEffect(() => {
    if (wanted === null || listing === null) return
    forgetStored(wanted.name, catalogue.isIn)
    const isWanted = steady.current?.reduced.base === wanted
    const newCount =
      isWanted || isFirst ? 0 : countNew(listing, wanted, { leaving, isUnread: (id) => catalogue.isIn('unread', id) })
    if (useView.getState().newCount !== newCount) useView.setState({ newCount })
  }, [catalogue, wanted, listing, leaving, isFirst])
  return listing
}

/** Whether the first download runs in this window: its rows are not new ones. A list that is held until its end is offered to the user then. */
function useFirstDownload(): boolean {
  const isReading = useView((view) => view.reachability.progress != null)
  const areThreadsRead = useView((view) => view.reachability.areThreadsRead === true)
  const hasThreads = useCatalogue((live) => isEveryOpenThreadHere(live.totals()))
  const before = useRef(false)
  before.current = isFirstDownload(before.current, { isReading, hasThreads: hasThreads || areThreadsRead })
  return before.current
}

function isEveryOpenThreadHere(totals: Totals | null): boolean {
  return totals !== null && hasOpenThreads(totals)
}

/** Whether a row on screen has left the view other than by the user's command. */
function hasLeft(shown: Listing | null, wanted: Listing, id: string, leaving: ReadonlySet<string>): boolean {
  return shown !== null && !leaving.has(id) && shown.indexOf(id) !== -1 && wanted.indexOf(id) === -1
}

/** Once the database has removed a conversation from the view, it may return later, so it no longer counts as leaving. */
function forgetStored(name: Listing['name'], isIn: (name: Listing['name'], id: string) => boolean): void {
  const { leaving } = useView.getState()
  if (leaving.size === 0) return
  const pending = [...leaving].filter((id) => isIn(name, id))
  if (pending.length < leaving.size) useView.setState({ leaving: new Set(pending) })
}
