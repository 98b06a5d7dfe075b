import type { WebContents } from 'electron'
import { sendLock } from '../ipc.ts'
import type { LockedScreen } from './lock.ts'

/** What is on screen when the app locks: the page of the window and the notifications. */
export function makeLockedScreen(
  pageOf: () => WebContents | undefined,
  replacePage: () => void,
  withdrawNotifications: () => void,
): LockedScreen {
  return {
    close() {
      withdrawNotifications()
      sendLock(pageOf())
    },
    replacePage,
  }
}
