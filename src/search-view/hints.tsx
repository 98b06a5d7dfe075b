import { searchFor, useView } from '../view.ts'
import { ELEMENT_IDS } from '../ui/element-ids.ts'

export const HINTS_ID = 'search-hints'

const HINTS: readonly { readonly query: string; readonly means: string }[] = [
  { query: 'from:ana', means: 'customer name, email or phone number' },
  { query: '"see you friday"', means: 'exact phrase' },
  { query: '-refund', means: 'exclude a word' },
  { query: 'is:unread', means: 'not seen yet' },
  { query: 'is:waiting', means: 'waiting for a reply' },
  { query: 'channel:sms', means: 'one channel' },
  { query: 'status:open', means: 'open, resolved or closed' },
  { query: 'tag:vip', means: 'one tag' },
  { query: 'after:7d', means: 'active since then; also today, 2026-11-20' },
  { query: 'before:2026-11', means: 'last active before then' },
]

/** Example queries, shown while the field is empty. Pressing one types it. */
export function Hints() {
  return (
    <div id={HINTS_ID} className="min-h-0 flex-1 overflow-y-auto px-3 pt-3 pb-6">
      <h2 className="px-2 text-sm font-medium text-muted">
        Search names, addresses, subjects and messages on this device
      </h2>
      <ul className="mt-2 flex flex-col">
        {HINTS.map(({ query, means }) => (
          <li key={query}>
            <button
              type="button"
              onClick={() => addToSearch(query)}
              className="flex min-h-7 w-full items-baseline gap-3 rounded-sm px-2 py-1 text-left hover:bg-hover"
            >
              <span className="w-32 shrink-0 font-medium text-ink">{query}</span>
              <span className="min-w-0 flex-1 text-sm text-muted">{means}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function addToSearch(query: string): void {
  const before = useView.getState().search?.trim() ?? ''
  searchFor(before === '' ? query : `${before} ${query}`)
  document.getElementById(ELEMENT_IDS.searchField)?.focus()
}
