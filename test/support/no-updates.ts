import { success } from '../../src/shared/failure.ts'
import type { Updates, UpdatesBridge } from '../../src/shared/updates.ts'

const OFF: Updates = { state: { phase: 'off', why: 'development' }, channel: 'stable', version: '0' }

/** An installation that doesn't update itself. */
export const NO_UPDATES: UpdatesBridge = {
  readUpdates: async () => success(OFF),
  checkForUpdates: async () => success(OFF),
  setUpdateChannel: async () => success(OFF),
  restartToUpdate: async () => success(null),
}
