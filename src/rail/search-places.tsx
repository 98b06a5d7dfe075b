import { Bookmark } from 'lucide-react'
import { useMemo } from 'react'
import { useSavedSearches } from '../acts/use-saved-searches.ts'
import { findSaved, type SavedSearch } from '../db/saved-searches.ts'
import { searchFor, useView } from '../view/view.ts'
import { harmlessLine } from '../words/harmless-text.ts'
import { PlacesMenu } from './places-menu.tsx'
import { useIsIcons } from './use-is-icons.ts'
import { RailEntry } from './rail-entry.tsx'
import { useSearchCounts } from './use-search-counts.ts'
import { text } from '../strings/text.ts'
import { ELEMENT_IDS } from '../ui/element-ids.ts'

const NONE: readonly SavedSearch[] = []

/** The saved searches. In All inboxes they have no counts: those would keep the index of every workspace in memory. */
export function SearchPlaces() {
  const search = useView((view) => view.search)
  const isIcons = useIsIcons()
  const isAll = useView((view) => view.acting !== null)
  const all = useSavedSearches() ?? NONE
  const texts = useMemo(() => (isAll ? [] : all.map((saved) => saved.text)), [all, isAll])
  const counts = useSearchCounts(texts)
  if (all.length === 0) return null
  const current = search === null ? undefined : findSaved(all, search)
  if (isIcons) {
    return (
      <PlacesMenu
        id={ELEMENT_IDS.savedSearches}
        label={text('rail.savedSearches')}
        icon={<Bookmark size={15} aria-hidden="true" />}
        places={all.map((saved) => ({
          id: saved.id,
          label: harmlessLine(saved.name),
          isCurrent: saved.id === current?.id,
          onGo: () => searchFor(saved.text),
        }))}
      />
    )
  }
  return (
    <section id={ELEMENT_IDS.savedSearches} aria-labelledby="searches-title">
      <h2 id="searches-title" className="px-2 pb-1 text-xs font-medium text-faint">
        {text('rail.savedSearches')}
      </h2>
      <ul className="flex flex-col gap-px">
        {all.map((saved) => (
          <RailEntry
            key={saved.id}
            label={harmlessLine(saved.name)}
            icon={<Bookmark size={14} aria-hidden="true" />}
            count={counts.get(saved.text) ?? null}
            isLoud={false}
            isCurrent={saved.id === current?.id}
            onGo={() => searchFor(saved.text)}
          />
        ))}
      </ul>
    </section>
  )
}
