import { useLayoutEffect, useState } from 'react'
import type { Totals } from '../catalogue/catalogue.ts'
import { idsBetween, isSamePlace, type Listing } from '../catalogue/listing.ts'
import { useView } from '../view.ts'
import { useCatalogue, useWorkspace } from '../workspace.tsx'

/** A list together with the view it was made for, so that title and rows change in one frame. */
export type ShownList = { readonly listing: Listing; readonly totals: Totals }

/** Rows that fill any window. */
const SCREEN_ROWS = 24

/**
 * The list of the current view. Another view is shown once the rows of its first screen are here, a few milliseconds later: until then
 * the one before it stays, whole. Null until the first.
 */
export function useShownList(): ShownList | null {
  const { catalogue } = useWorkspace()
  const name = useView((view) => view.name)
  const channel = useView((view) => view.channel)
  const tag = useView((view) => view.tag)
  const selectedId = useView((view) => view.selectedId)
  const wanted = useCatalogue(({ list }) => list(name, channel, tag))
  const totals = useCatalogue((live) => live.totals())
  const [shown, setShown] = useState<Listing | null>(null)
  const isNew = wanted !== null && (shown === null || !isSamePlace(shown, wanted))
  const isHere = useCatalogue(
    ({ row }) => !isNew || firstScreen(wanted, selectedId).every((id) => row(id) !== undefined),
  )
  useLayoutEffect(() => {
    if (isNew && !isHere) catalogue.show(firstScreen(wanted, selectedId))
  }, [catalogue, wanted, selectedId, isNew, isHere])
  const listing = wanted !== null && isHere ? wanted : shown
  if (listing !== shown) setShown(listing)
  return listing === null || totals === null ? null : { listing, totals }
}

/** A list begins where its selection is, else at its top. */
function firstScreen(listing: Listing, selectedId: string | null): readonly string[] {
  const index = selectedId === null ? -1 : listing.indexOf(selectedId)
  return idsBetween(listing, index - SCREEN_ROWS, Math.max(index, 0) + SCREEN_ROWS)
}
