import { useLayoutEffect } from 'react'
import { showListed } from '../view.ts'
import { type ShownList, useShownList } from './use-shown-list.ts'
import type { ListActivity } from './use-hand.ts'
import { useSteadyList } from './use-steady-list.ts'

/** The list on screen, which is also what the commands walk along. */
export function useListed(hand: ListActivity): ShownList | null {
  const wanted = useShownList()
  const listing = useSteadyList(wanted?.listing ?? null, hand)
  // Before the next key: a command must not act on a row that is not drawn any more.
  useLayoutEffect(() => {
    if (listing !== null) showListed(listing)
  }, [listing])
  return wanted === null || listing === null ? null : { ...wanted, listing }
}
