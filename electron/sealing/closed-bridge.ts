import { BRIDGE_METHODS } from '../../src/shared/bridge-methods.ts'
import type { Bridge } from '../../src/shared/bridge.ts'
import { type Failure, failed, type Result } from '../../src/shared/failure.ts'
import { text } from '../strings/text.ts'
import { WHILE_LOCKED } from './lock-policy.ts'

/** Nothing was sent, and the window may try again. */
export const LOCKED: Failure = { kind: 'unreachable', code: 'LOCKED' }

/** The bridge of an app that can be locked: while it is, most methods fail and do nothing. */
export function closeWhileLocked(bridge: Bridge, isLocked: () => boolean): Bridge {
  const methods = Object.keys(BRIDGE_METHODS) as (keyof Bridge)[]
  const closed = methods
    .filter((method) => WHILE_LOCKED[method] !== 'runs')
    .map((method) => {
      const handler = bridge[method] as (input: unknown) => Promise<Result<unknown>>
      const failure = (): Failure =>
        WHILE_LOCKED[method] === 'waits' ? LOCKED : { kind: 'refused', words: text('lock.locked') }
      return [
        method,
        (input: unknown) => (isLocked() ? Promise.resolve(failed(failure())) : handler.call(bridge, input)),
      ] as const
    })
  return { ...bridge, ...Object.fromEntries(closed) }
}
