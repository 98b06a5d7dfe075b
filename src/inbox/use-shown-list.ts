import { useLayoutEffect, useState } from 'react'
import type { Totals } from '../catalogue/catalogue.ts'
import { idsBetween, isSamePlace, type Listing } from '../catalogue/listing.ts'
import { selectedKey, useView } from '../view/view.ts'
import { useCatalogue, useWorkspace } from '../workspace.tsx'

/** A list with its view's totals, so that title and rows change in one frame. */
export type ShownList = { readonly listing: Listing; readonly totals: Totals }

/** Enough rows to fill any window. */
const SCREEN_ROWS = 24

/**
 * The list of the current view. When the view changes, the previous list stays until the first screen of rows is
 * loaded, a few milliseconds later. Null until the first list.
 */
export function useShownList(): ShownList | null {
  const { catalogue } = useWorkspace()
  const name = useView((view) => view.name)
  const channel = useView((view) => view.channel)
  const tag = useView((view) => view.tag)
  const selectedId = useView(selectedKey)
  const wanted = useCatalogue(({ list }) => list(name, channel, tag))
  const totals = useCatalogue((live) => live.totals())
  const [shown, setShown] = useState<Listing | null>(null)
  const isNew = wanted !== null && (shown === null || !isSamePlace(shown, wanted))
  const isLoaded = useCatalogue(
    ({ row }) => !isNew || firstScreen(wanted, selectedId).every((id) => row(id) !== undefined),
  )
  useLayoutEffect(() => {
    if (isNew && !isLoaded) catalogue.show(firstScreen(wanted, selectedId))
  }, [catalogue, wanted, selectedId, isNew, isLoaded])
  const listing = wanted !== null && isLoaded ? wanted : shown
  if (listing !== shown) setShown(listing)
  return listing === null || totals === null ? null : { listing, totals }
}

/** The rows around the selection, or at the top when nothing is selected. */
function firstScreen(listing: Listing, selectedId: string | null): readonly string[] {
  const index = selectedId === null ? -1 : listing.indexOf(selectedId)
  return idsBetween(listing, index - SCREEN_ROWS, Math.max(index, 0) + SCREEN_ROWS)
}
