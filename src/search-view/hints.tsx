import type { FocusEvent } from 'react'
import { searchFor, useView } from '../view/view.ts'
import { text } from '../strings/text.ts'
import { ELEMENT_IDS } from '../ui/element-ids.ts'
import { withWholeDates } from '../ui/whole-dates.tsx'

export const HINTS_ID = 'search-hints'

const HINTS: readonly { readonly query: string; readonly means: string }[] = [
  { query: 'from:ana', means: text('search.hints.from') },
  { query: `"${text('search.hints.examplePhrase')}"`, means: text('search.hints.phrase') },
  { query: `-${text('search.hints.exampleWord')}`, means: text('search.hints.exclude') },
  { query: 'is:unread', means: text('search.hints.unread') },
  { query: 'is:waiting', means: text('search.hints.waiting') },
  { query: 'channel:sms', means: text('search.hints.channel') },
  { query: 'status:open', means: text('search.hints.status') },
  { query: 'tag:vip', means: text('search.hints.tag') },
  { query: 'after:7d', means: text('search.hints.after') },
  { query: 'before:2026-11', means: text('search.hints.before') },
]

/** Example queries, shown while the field is empty. Pressing one types it. */
export function Hints() {
  return (
    <div id={HINTS_ID} onBlur={leaveSearch} className="min-h-0 flex-1 overflow-y-auto px-3 pt-3 pb-6">
      <h2 className="px-2 text-sm font-medium text-muted">{text('search.hints.title')}</h2>
      <ul className="mt-2 flex flex-col">
        {HINTS.map(({ query, means }) => (
          <li key={query}>
            <button
              type="button"
              onClick={() => addToSearch(query)}
              className="flex min-h-7 w-full items-baseline gap-3 rounded-sm px-2 py-1 text-start hover:bg-hover"
            >
              <span className="w-32 shrink-0 font-medium text-ink">{withWholeDates(query)}</span>
              <span className="min-w-0 flex-1 text-sm text-muted">{withWholeDates(means)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Ends the empty search when the focus leaves it, so that the list comes back. */
function leaveSearch({ relatedTarget }: FocusEvent): void {
  if (relatedTarget === null || relatedTarget.closest(`#${HINTS_ID}, search`) !== null) return
  if (useView.getState().search?.trim() === '') searchFor(null)
}

function addToSearch(query: string): void {
  const before = useView.getState().search?.trim() ?? ''
  searchFor(before === '' ? query : `${before} ${query}`)
  document.getElementById(ELEMENT_IDS.searchField)?.focus()
}
