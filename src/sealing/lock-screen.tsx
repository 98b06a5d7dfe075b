import { EyeOff, Fingerprint } from 'lucide-react'
import { useState } from 'react'
import type { Lock } from '../shared/sealing.ts'
import { text } from '../strings/text.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { failureCause } from '../words/failure.ts'
import type { GateActions } from './gate.ts'

const HOW = {
  fingerprint: 'sealing.lock.asksFingerprint',
  nothing: 'sealing.lock.asksNothing',
} as const satisfies Record<Lock['asks'], unknown>

/** Without `asks`, the page still saves and closes, and then reloads. */
type LockScreenProps =
  | { readonly asks: Lock['asks']; readonly unlock: GateActions['unlock'] }
  | { readonly asks: null; readonly unlock?: undefined }

/** Nothing of a workspace is on screen, or open, while the app is locked. */
export function LockScreen({ asks, unlock }: LockScreenProps) {
  const [isUnlocking, setUnlocking] = useState(false)
  const [problem, setProblem] = useState('')
  const run = async (): Promise<void> => {
    if (unlock === undefined || isUnlocking) return
    setUnlocking(true)
    setProblem('')
    const unlocked = await unlock()
    setUnlocking(false)
    if (!unlocked.ok) setProblem(failureCause(unlocked.failure))
    else if (!unlocked.value) setProblem(text('sealing.lock.cancelled'))
  }
  const Icon = asks === 'fingerprint' ? Fingerprint : EyeOff
  const isBusy = isUnlocking || asks === null
  return (
    <main className="h-full bg-canvas">
      <EmptyState
        icon={<Icon size={22} strokeWidth={1.5} />}
        title={text('sealing.lock.title')}
        level={1}
        action={
          <Button variant="primary" autoFocus aria-disabled={isBusy || undefined} onClick={() => void run()}>
            {text(isUnlocking ? 'sealing.lock.unlocking' : 'sealing.lock.unlock')}
          </Button>
        }
      >
        <p>{text('sealing.lock.text')}</p>
        {asks !== null && <p className="mt-2 text-sm text-faint">{text(HOW[asks])}</p>}
        <p role="alert" className="mt-2 text-danger empty:hidden">
          {problem}
        </p>
      </EmptyState>
    </main>
  )
}
