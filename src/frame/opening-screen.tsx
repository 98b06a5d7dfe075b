import { Database } from 'lucide-react'
import { useEffect, useState } from 'react'
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
            title="Opening your inbox"
            level={1}
          >
            <p>
              Clarion was updated and is converting the data on this device. This happens once and can take a while with
              many conversations.
            </p>
          </EmptyState>
        )}
      </div>
    </main>
  )
}
