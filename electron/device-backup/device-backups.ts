import type { DeviceBackupBridge } from '../../src/shared/device-backup.ts'
import { type BackingUpParts, makeBackingUp } from './backing-up.ts'
import { makeRestoring, type RestoringParts } from './restoring.ts'

/** Backups of what only this device knows: sealed files that the user keeps. */
export interface DeviceBackups {
  readonly bridge: DeviceBackupBridge
  /** The page or its window is gone: ends what it began. */
  pageGone(): void
}

export function makeDeviceBackups(parts: BackingUpParts & RestoringParts): DeviceBackups {
  const { pageGone: endBackingUp, ...backingUp } = makeBackingUp(parts)
  const { pageGone: endRestoring, ...restoring } = makeRestoring(parts)
  return {
    bridge: { ...backingUp, ...restoring },
    pageGone() {
      endBackingUp()
      endRestoring()
    },
  }
}
