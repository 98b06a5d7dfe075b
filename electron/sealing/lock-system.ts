import { powerMonitor, systemPreferences } from 'electron'
import { text } from '../strings/text.ts'
import type { LockSystem } from './lock.ts'

/** The lock's view of this system. Call it after the app is ready. */
export function makeLockSystem(platform: string): LockSystem {
  return {
    // macOS and Windows only.
    onSystemLocked: (listener) => void powerMonitor.on('lock-screen', listener),
    idleTime: () => powerMonitor.getSystemIdleTime(),
    canAskFingerprint: () => platform === 'darwin' && systemPreferences.canPromptTouchID(),
    askFingerprint: () => systemPreferences.promptTouchID(text('lock.reason')),
    every(intervalMs, run) {
      const timer = setInterval(run, intervalMs)
      return () => clearInterval(timer)
    },
    after(delayMs, run) {
      const timer = setTimeout(run, delayMs)
      return () => clearTimeout(timer)
    },
  }
}
