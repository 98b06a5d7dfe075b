import { searchFor, useView } from '../view.ts'

export const HINTS_ID = 'search-hints'

const HINTS: readonly { readonly typed: string; readonly means: string }[] = [
  { typed: 'from:ana', means: 'customer name, email or phone number' },
  { typed: '"see you friday"', means: 'exact phrase' },
  { typed: '-refund', means: 'exclude a word' },
  { typed: 'is:unread', means: 'not seen yet' },
  { typed: 'is:waiting', means: 'waiting for a reply' },
  { typed: 'channel:sms', means: 'one channel' },
  { typed: 'status:open', means: 'open, resolved or closed' },
  { typed: 'tag:vip', means: 'one tag' },
  { typed: 'after:7d', means: 'active since then; also today, 2026-11-20' },
  { typed: 'before:2026-11', means: 'last active before then' },
]

/** What can be typed, while nothing is. Each is also a button that types it. */
export function Hints() {
  return (
    <div id={HINTS_ID} className="min-h-0 flex-1 overflow-y-auto px-3 pt-3 pb-6">
      <h2 className="px-2 text-sm font-medium text-muted">
        Search names, addresses, subjects and messages on this device
      </h2>
      <ul className="mt-2 flex flex-col">
        {HINTS.map(({ typed, means }) => (
          <li key={typed}>
            <button
              type="button"
              onClick={() => type(typed)}
              className="flex min-h-7 w-full items-baseline gap-3 rounded-sm px-2 py-1 text-left hover:bg-hover"
            >
              <span className="w-32 shrink-0 font-medium text-ink">{typed}</span>
              <span className="min-w-0 flex-1 text-sm text-muted">{means}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function type(words: string): void {
  const before = useView.getState().search?.trim() ?? ''
  searchFor(before === '' ? words : `${before} ${words}`)
  document.getElementById('search')?.focus()
}
