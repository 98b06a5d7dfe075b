import { Database } from 'lucide-react'
import { useEffect, useState } from 'react'
import { EmptyState } from '../ui/empty-state.tsx'

/** An opening that takes no longer says nothing, ms: words that come and go at once would only flicker. */
const QUIET_MS = 1_000

/** While the database is opened: a few milliseconds, but for one that an update has to bring up to date. */
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
              After an update, what is on this device is brought up to date first. With many conversations that takes a
              while, once.
            </p>
          </EmptyState>
        )}
      </div>
    </main>
  )
}
