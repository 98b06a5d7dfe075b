import { join } from 'node:path'
import type { WebContents } from 'electron'
import type { WorkspaceStore } from '../accounts/workspaces.ts'
import type { Policy } from '../policy/policy.ts'
import type { Log } from '../storage/log.ts'
import { makeStateFile } from '../storage/state-file.ts'
import { LOCK_FORMAT, makeAppLock } from './lock.ts'
import { makeLockSystem } from './lock-system.ts'
import { makeLockedScreen } from './locked-screen.ts'
import type { Keys } from './open-keys.ts'
import { makeSealing, type Sealing } from './sealing.ts'

/** The keys and the lock of a profile, on this system. Call it after the app is ready. */
export function openSealing(options: {
  readonly profile: string
  readonly keys: Keys
  readonly workspaces: WorkspaceStore
  readonly window: {
    readonly current: () => { readonly webContents: WebContents } | null
    readonly replacePage: () => void
  }
  readonly policy: Pick<Policy, 'locked' | 'value'>
  readonly withdrawNotifications: () => void
  readonly onLockChange: () => void
  readonly restart: () => void
  readonly now: () => number
  readonly log: Log
}): Sealing {
  const { profile, keys, workspaces, window, policy, onLockChange, restart, now, log } = options
  const { withdrawNotifications } = options
  const lock = makeAppLock({
    file: makeStateFile(join(profile, 'lock.json'), now, LOCK_FORMAT),
    system: makeLockSystem(process.platform),
    screen: makeLockedScreen(
      () => window.current()?.webContents,
      () => window.replacePage(),
      withdrawNotifications,
    ),
    onChange: onLockChange,
    policy,
    log,
  })
  return makeSealing({ ...keys, workspaces, lock, restart, log })
}
