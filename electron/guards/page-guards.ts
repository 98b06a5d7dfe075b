import { app, type Session } from 'electron'
import type { Log } from '../storage/log.ts'
import { navigationPolicy } from './navigation.ts'
import { networkSwitches, proxyOf, WEB_RTC_POLICY } from './page-network.ts'
import { permissionPolicy } from './permissions.ts'

/**
 * Restricts navigation, new windows and the network for every page of this app, including pages that other code creates. Must be called
 * before the app is ready: Chromium reads its switches once.
 */
export function guardPages(devOrigin: string | null, log: Log): void {
  for (const [name, value] of Object.entries(networkSwitches(devOrigin))) app.commandLine.appendSwitch(name, value)
  app.on('web-contents-created', (_event, contents) => {
    contents.setWebRTCIPHandlingPolicy(WEB_RTC_POLICY)
    // Developer tools are pages too, and these rules do not apply to them.
    if (contents.getType() === 'remote') return
    contents.setWindowOpenHandler(() => {
      log('window-refused')
      return { action: 'deny' }
    })
    const check = (event: { preventDefault(): void }, url: string, isMainFrame: boolean): void => {
      if (isMainFrame && navigationPolicy(url)) return
      log('navigation-refused')
      event.preventDefault()
    }
    contents.on('will-navigate', (event, url) => check(event, url, true))
    contents.on('will-redirect', (event, url, _isInPlace, isMainFrame) => check(event, url, isMainFrame))
    contents.on('will-frame-navigate', (event) => check(event, event.url, event.isMainFrame))
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
}

/** Restricts a session: no network, no requests outside the policy, no downloads, and no permissions outside the policy. */
export async function guardSession(
  session: Session,
  devOrigin: string | null,
  log: Log,
  mayLoad: (url: string, devOrigin: string | null) => boolean,
): Promise<void> {
  session.webRequest.onBeforeRequest((details, answer) => {
    const isAllowed = mayLoad(details.url, devOrigin)
    if (!isAllowed) log('request-refused', { type: details.resourceType })
    answer({ cancel: !isAllowed })
  })
  session.setPermissionRequestHandler((_contents, name, answer) => answer(permissionPolicy(name)))
  session.setPermissionCheckHandler((_contents, name) => permissionPolicy(name))
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => {
    log('download-refused')
    event.preventDefault()
  })
  await session.setProxy(proxyOf(devOrigin))
}
