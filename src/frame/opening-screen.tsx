import { Database } from 'lucide-react'
import { useEffect, useState } from 'react'
import { text } from '../strings/text.ts'
import { EmptyState } from '../ui/empty-state.tsx'

/** A shorter opening, ms, shows no text, which would only flash. */
const QUIET_MS = 1_000

/** Shown while the database opens. This takes milliseconds, unless an update has to migrate it. */
export function OpeningScreen() {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), QUIET_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <main className="h-full bg-canvas">
      <div role="status" className="h-full">
        {isLong && (
          <EmptyState
            icon={<Database size={22} strokeWidth={1.5} className="animate-breathe" />}
            title={text('frame.opening.title')}
            level={1}
          >
            <p>{text('frame.opening.text')}</p>
          </EmptyState>
        )}
      </div>
    </main>
  )
}
