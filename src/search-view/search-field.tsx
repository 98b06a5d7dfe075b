import { Search, X } from 'lucide-react'
import { useState, type FocusEvent, type KeyboardEvent } from 'react'
import { endSearch } from '../commands/entries/navigate.ts'
import { useShortcut } from '../commands/keys/shortcut.ts'
import { text } from '../strings/text.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { searchFor, select, useView } from '../view/view.ts'
import { HINTS_ID } from './hints.tsx'
import { ELEMENT_IDS } from '../ui/element-ids.ts'
import { focusList, hasList } from '../commands/keys/dom.ts'

export function SearchField() {
  const search = useView((view) => view.search)
  const [isFocused, setFocused] = useState(false)
  const shortcut = useShortcut('search')
  const blur = (event: FocusEvent) => {
    setFocused(false)
    const isGoingToHints = event.relatedTarget?.closest(`#${HINTS_ID}`) != null
    if (search?.trim() === '' && !isGoingToHints) searchFor(null)
  }
  return (
    <search className="relative mx-3 mt-3 mb-1 flex h-8 shrink-0 items-center">
      <Search size={14} aria-hidden="true" className="pointer-events-none absolute start-2.5 text-faint" />
      <input
        id={ELEMENT_IDS.searchField}
        type="search"
        aria-label={text('search.label')}
        placeholder={text('search.placeholder')}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        dir="auto"
        value={search ?? ''}
        onChange={(event) => searchFor(event.target.value)}
        // Tab only passes through: the hints would take the place of the list.
        onFocus={() => setFocused(true)}
        onClick={() => {
          if (search === null) searchFor('')
        }}
        onBlur={blur}
        onKeyDown={onKeyDown}
        className="h-full w-full rounded-sm border border-control bg-canvas px-8 text-base text-ink outline-offset-0 placeholder:text-faint hover:border-muted focus:bg-surface [&::-webkit-search-cancel-button]:hidden"
      />
      <div className="absolute end-1 flex items-center">
        {search !== null && search !== '' ? (
          <IconButton label={text('search.clear')} size="sm" icon={<X size={14} />} onClick={endSearch} />
        ) : (
          !isFocused &&
          shortcut !== undefined && (
            <span className="pointer-events-none pe-1.5 text-faint">
              <Kbd keys={shortcut} />
            </span>
          )
        )}
      </div>
    </search>
  )
}

/** Moves the focus into the results. Leaving the search is a command. */
function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.nativeEvent.isComposing) return
  if (event.key === 'ArrowDown' || event.key === 'Enter') {
    event.preventDefault()
    const { search, foundBy } = useView.getState()
    // The listed results may still belong to an earlier query, whose first result is another customer.
    if (foundBy === search) enterResults()
    else useView.setState({ isEnterPending: true })
  }
}

/** Selects the first result and focuses the list. */
export function enterResults(): void {
  const first = useView.getState().listed.idAt(0)
  if (first === null || !hasList()) return
  select(first)
  focusList()
}
