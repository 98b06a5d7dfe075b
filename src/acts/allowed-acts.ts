import type { Echo } from '../db/overlay.ts'
import type { Intent } from '../db/op.ts'
import { type Act, ACTS } from '../outbox/decisions.ts'
import type { OpStateContext } from '../words/op-state.ts'

/** What the engine lets a person do with an op, told from what the screen knows of it. The same as the engine's own `actsOn`. */
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

/** Of those, what makes sense just now: no button that would only flash, and none that says what another one says. */
export function offeredActs(echo: Echo, kind: Intent['kind'], around: OpStateContext): readonly Act[] {
  const allowed = allowedActs(echo, kind)
  const { now, isOffline, place } = around
  if (echo.state === 'held') {
    const isInWindow = echo.notBefore > now && place !== 'blocked'
    return allowed.filter((act) => (act === 'undo' || act === 'send now') === isInWindow)
  }
  if (echo.state !== 'queued') return allowed
  // Online, what is queued is gone in a blink.
  const isHeldUp = place !== 'first' || isOffline || echo.failure !== null || echo.notBefore > now
  const canHurry = place === 'first' && echo.failure !== null && echo.failure.kind !== 'unauthorized'
  return isHeldUp ? allowed.filter((act) => act !== 'retry' || canHurry) : []
}
