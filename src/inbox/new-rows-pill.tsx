import { ArrowUp } from 'lucide-react'
import { showNewConversations } from '../commands/entries/navigate.ts'
import { useShortcut } from '../commands/keys/shortcut.ts'
import { writeNumber } from '../shared/region/locale.ts'
import { richText } from '../strings/rich-text.ts'
import { Kbd } from '../ui/kbd.tsx'
import { ariaKeys, isMac } from '../ui/key-names.ts'
import { useView } from '../view/view.ts'
import { MAX_NEW } from './steady-list.ts'

/** Counts the new conversations that wait while the list holds still, and shows them when pressed. */
export function NewRowsPill() {
  const count = useView((view) => view.newCount)
  const shortcut = useShortcut('take-in')
  return (
    <div role="status">
      {count > 0 && (
        <button
          type="button"
          onClick={showNewConversations}
          {...(shortcut !== undefined && { 'aria-keyshortcuts': ariaKeys(shortcut, isMac()) })}
          className="flex h-6 animate-appear items-center gap-1.5 rounded-full bg-accent px-2.5 text-sm font-medium whitespace-nowrap text-on-accent hover:bg-accent-strong"
        >
          <ArrowUp size={13} aria-hidden="true" />
          {richText('inbox.newRows', {
            count: count >= MAX_NEW ? `${writeNumber(MAX_NEW)}+` : writeNumber(count),
            label: (label) => <span className="@max-[220px]:sr-only">{label}</span>,
          })}
          {shortcut !== undefined && (
            <span className="@max-[300px]:hidden">
              <Kbd keys={shortcut} />
            </span>
          )}
        </button>
      )}
    </div>
  )
}
