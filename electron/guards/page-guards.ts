import { app, type Session } from 'electron'
import type { Log } from '../storage/log.ts'
import { navigationPolicy, requestPolicy } from './navigation.ts'
import { permissionPolicy } from './permissions.ts'

/** Restricts navigation and new windows for every page of this app, including pages that other code creates. */
export function guardPages(log: Log): void {
  app.on('web-contents-created', (_event, contents) => {
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

/** Restricts a session: no requests outside the policy, no downloads, and no permissions outside the policy. */
export function guardSession(session: Session, devOrigin: string | null, log: Log): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    const isAllowed = requestPolicy(details.url, devOrigin)
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
}
