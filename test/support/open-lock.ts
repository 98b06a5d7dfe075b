import type { AppLock } from '../../electron/sealing/lock.ts'
import { success } from '../../src/shared/failure.ts'

/** The lock of an app that was never locked. */
export function makeOpenLock(): AppLock {
  const lock = { afterIdleMinutes: null, withSystem: false, isLocked: false, asks: 'nothing' } as const
  return {
    isLocked: () => false,
    pageStarted: () => {},
    readLock: async () => success(lock),
    setLock: async (change) => success({ ...lock, ...change }),
    lockApp: async () => success(null),
    lockedPageDone: async () => success(null),
    unlockApp: async () => success(true),
  }
}
