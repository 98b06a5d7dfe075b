import { expect, it } from 'vitest'
import { closeWhileLocked } from '../../../electron/sealing/closed-bridge.ts'
import { WHILE_LOCKED } from '../../../electron/sealing/lock-policy.ts'
import { BRIDGE_METHODS } from '../../../src/shared/bridge-methods.ts'
import type { Bridge } from '../../../src/shared/bridge.ts'
import { success } from '../../../src/shared/failure.ts'

const METHODS = Object.keys(BRIDGE_METHODS) as (keyof Bridge)[]

function begin() {
  const called: string[] = []
  const lock = { isLocked: false }
  const handlers = Object.fromEntries(
    METHODS.map((method) => [
      method,
      async (input: unknown) => {
        called.push(method)
        return success(input)
      },
    ]),
  )
  const bridge = closeWhileLocked(handlers as unknown as Bridge, () => lock.isLocked) as unknown as Record<
    string,
    (input: unknown) => Promise<unknown>
  >
  return { called, lock, call: (method: string) => bridge[method]?.({ of: method }) }
}

it.each(METHODS)(
  '%s reaches its handler when the app is open, and only then if it could give or change data',
  async (method) => {
    const { called, lock, call } = begin()
    const answer = { ok: true, value: { of: method } }
    expect(await call(method)).toEqual(answer)
    lock.isLocked = true
    const locked = await call(method)
    const decision = WHILE_LOCKED[method]
    if (decision === 'runs') expect(locked).toEqual(answer)
    // The outbox and the sync try again after this failure, and never take it for an answer of the server.
    else if (decision === 'waits')
      expect(locked).toEqual({ ok: false, failure: { kind: 'unreachable', code: 'LOCKED' } })
    else
      expect(locked).toEqual({ ok: false, failure: { kind: 'refused', words: 'Clarion is locked. Unlock it first.' } })
    expect(called).toHaveLength(decision === 'runs' ? 2 : 1)
    lock.isLocked = false
    expect(await call(method)).toEqual(answer)
  },
)
