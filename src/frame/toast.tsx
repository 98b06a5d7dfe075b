import { useEffect, useState } from 'react'
import { useShortcut } from '../commands/keys/shortcut.ts'
import { undoLast } from '../commands/undo.ts'
import { text } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { hideToast, useView } from '../view.ts'
import { useWorkspace } from '../workspace.tsx'

/** Long enough to read, ms. */
const SHOWN_MS = 5_000
/** Long enough to decide on undo, ms. Undo still works afterwards. */
const UNDOABLE_MS = 10_000

/**
 * A short message at the bottom of the list, where it doesn't cover the composer. It handles no keys: Escape belongs to the focused
 * element.
 */
export function Toast() {
  const open = useWorkspace()
  const toast = useView((view) => view.toast)
  const [isHovered, setHovered] = useState(false)
  const undoKey = useShortcut('undo')
  useEffect(() => {
    if (toast === null || isHovered) return
    const timer = setTimeout(hideToast, toast.canUndo ? UNDOABLE_MS : SHOWN_MS)
    return () => clearTimeout(timer)
  }, [toast, isHovered])
  return (
    <section aria-label={text('frame.notice')} className="pointer-events-none fixed bottom-14 start-60 z-50">
      <div role="status">
        {toast !== null && (
          <div
            // The same text again is announced again.
            key={toast.round}
            onPointerEnter={() => setHovered(true)}
            onPointerLeave={() => setHovered(false)}
            className="pointer-events-auto flex max-w-lg animate-appear items-center gap-3 rounded-md border border-line bg-raised px-4 py-2 text-base text-ink shadow-high"
          >
            <span className="min-w-0">{toast.text}</span>
            {toast.canUndo && (
              <Button size="sm" shortcut={undoKey} onClick={() => void undoLast(open)}>
                {text('frame.undo')}
              </Button>
            )}
          </div>
        )}
      </div>
    </section>
  )
}
