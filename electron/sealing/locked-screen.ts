import type { WebContents } from 'electron'
import { isOurUrl } from '../guards/origin.ts'
import { sendLock } from '../ipc.ts'
import { isStopPageUrl } from '../shell/recovery/stop-page.ts'
import type { LockedScreen } from './lock.ts'

/** What is on screen when the app locks: the page of the window and the notifications. */
export function makeLockedScreen(
  pageOf: () => WebContents | undefined,
  withdrawNotifications: () => void,
): LockedScreen {
  return {
    close() {
      withdrawNotifications()
      sendLock(pageOf())
    },
    forceReload() {
      const page = pageOf()
      const url = page?.getURL() ?? ''
      // A page that hangs ignores a reload. The window loads a new one after its process is gone. The stop page shows no data.
      if (isOurUrl(url) && !isStopPageUrl(url)) page?.forcefullyCrashRenderer()
    },
  }
}
