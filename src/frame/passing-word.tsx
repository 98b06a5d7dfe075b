import { useEffect, useState } from 'react'
import { useShortcut } from '../commands/keys/shortcut.ts'
import { undoLast } from '../commands/undo.ts'
import { Button } from '../ui/button.tsx'
import { hideToast, useView } from '../view.ts'
import { useWorkspace } from '../workspace.tsx'

/** Long enough to be read by somebody who looked elsewhere, ms. */
const SHOWN_MS = 5_000
/** And to be taken back by somebody who has to think about it, ms. Undo itself does not end with it. */
const UNDOABLE_MS = 10_000

/**
 * What is over and needs nothing: said once, at the foot of the list where it covers no composer, and gone. It takes no key, Escape least of
 * all: that belongs to whatever the hands are in.
 */
export function Toast() {
  const open = useWorkspace()
  const passing = useView((view) => view.passing)
  const [isHeld, setHeld] = useState(false)
  const undoKey = useShortcut('undo')
  useEffect(() => {
    if (passing === null || isHeld) return
    const timer = setTimeout(hideToast, passing.canUndo ? UNDOABLE_MS : SHOWN_MS)
    return () => clearTimeout(timer)
  }, [passing, isHeld])
  return (
    <section aria-label="Notice" className="pointer-events-none fixed bottom-14 left-60 z-50">
      <div role="status">
        {passing !== null && (
          <div
            // Said again, it is there anew.
            key={passing.round}
            onPointerEnter={() => setHeld(true)}
            onPointerLeave={() => setHeld(false)}
            className="pointer-events-auto flex max-w-lg animate-appear items-center gap-3 rounded-md border border-line bg-raised px-4 py-2 text-base text-ink shadow-high"
          >
            <span className="min-w-0">{passing.words}</span>
            {passing.canUndo && (
              <Button size="sm" shortcut={undoKey} onClick={() => void undoLast(open)}>
                Undo
              </Button>
            )}
          </div>
        )}
      </div>
    </section>
  )
}
