import { useLayoutEffect } from 'react'
import { showListed } from '../view/view.ts'
import { type ShownList, useShownList } from './use-shown-list.ts'
import type { ListActivity } from './use-list-activity.ts'
import { useSteadyList } from './use-steady-list.ts'

/** The list on screen. Commands move along the same list. */
export function useListed(activity: ListActivity): ShownList | null {
  const wanted = useShownList()
  const listing = useSteadyList(wanted?.listing ?? null, activity)
  // In a layout effect, to run before the next key: a command must not act on a row that is no longer on screen.
  useLayoutEffect(() => {
    if (listing !== null) showListed(listing)
  }, [listing])
  return wanted === null || listing === null ? null : { ...wanted, listing }
}
