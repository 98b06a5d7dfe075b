import { Database, KeyRound } from 'lucide-react'
import { useEffect, useState } from 'react'
import { text } from '../strings/text.ts'
import { EmptyState } from '../ui/empty-state.tsx'

/** A shorter opening, ms, shows no text, which would only flash. */
const QUIET_MS = 1_000

const WAITS = {
  database: { Icon: Database, title: 'frame.opening.title', about: 'frame.opening.text' },
  keychain: { Icon: KeyRound, title: 'frame.waitingForKeychain.title', about: 'frame.waitingForKeychain.text' },
} as const

/**
 * Shown while the keychain gives the key, and then while the database opens. Both take milliseconds, unless the keychain asks the user or an
 * update has to migrate the database.
 */
export function OpeningScreen({ waitsFor }: { readonly waitsFor: keyof typeof WAITS }) {
  const { Icon, title, about } = WAITS[waitsFor]
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
            icon={<Icon size={22} strokeWidth={1.5} className="animate-breathe" />}
            title={text(title)}
            level={1}
          >
            <p>{text(about)}</p>
          </EmptyState>
        )}
      </div>
    </main>
  )
}
