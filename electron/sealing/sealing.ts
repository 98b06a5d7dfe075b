import { randomBytes } from 'node:crypto'
import type { DataKey, Lock, SealingBridge } from '../../src/shared/sealing.ts'
import { success } from '../../src/shared/failure.ts'

/** The keys of the workspaces' data and the lock. */
export function makeSealing(): SealingBridge {
  const keys = new Map<string, string>()
  const lock: Lock = { afterIdleMinutes: null, withSystem: false, isLocked: false, asks: 'nothing' }
  return {
    readDataKey: async ({ workspaceId }) => {
      const key = keys.get(workspaceId) ?? randomBytes(32).toString('base64')
      keys.set(workspaceId, key)
      return success<DataKey>({ state: 'open', key, protection: 'memory' })
    },
    chooseWithoutKeychain: async () => success(null),
    discardDataKey: async ({ workspaceId }) => {
      keys.delete(workspaceId)
      return success(null)
    },
    readLock: async () => success(lock),
    setLock: async (change) => success({ ...lock, ...change }),
    lockApp: async () => success(null),
    unlockApp: async () => success(true),
  }
}
