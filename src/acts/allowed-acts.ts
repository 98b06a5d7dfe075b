import type { Echo } from '../db/overlay.ts'
import type { Intent } from '../db/op.ts'
import { type Act, ACTS } from '../outbox/decisions.ts'
import type { OpStateContext } from '../words/op-state.ts'

/** The acts that the engine allows on an op, derived from its echo. Equals the engine's own `actsOn`. */
export function allowedActs(
  echo: Pick<Echo, 'state' | 'question' | 'mayHaveArrived'>,
  kind: Intent['kind'],
): readonly Act[] {
  return ACTS[echo.state].filter((act) => {
    if (act === 'edit' || act === 'undo') return kind === 'send'
    if (act === 'it was delivered') return echo.mayHaveArrived && kind !== 'create'
    if (act === 'send anyway') return echo.question?.why !== 'other-account'
    return true
  })
}

/** The allowed acts that are useful now: no button that would only flash, and no two for the same thing. */
export function offeredActs(echo: Echo, kind: Intent['kind'], context: OpStateContext): readonly Act[] {
  const allowed = allowedActs(echo, kind)
  const { now, isOffline, place } = context
  if (echo.state === 'held') {
    const isInWindow = echo.notBefore > now && place !== 'blocked'
    return allowed.filter((act) => (act === 'undo' || act === 'send now') === isInWindow)
  }
  if (echo.state !== 'queued') return allowed
  // Online, a queued op is sent within moments.
  const isDelayed = place !== 'first' || isOffline || echo.failure !== null || echo.notBefore > now
  const canHurry = place === 'first' && echo.failure !== null && echo.failure.kind !== 'unauthorized'
  return isDelayed ? allowed.filter((act) => act !== 'retry' || canHurry) : []
}
