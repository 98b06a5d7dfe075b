import { app, type Session } from 'electron'
import type { Log } from '../storage/log.ts'
import { navigationPolicy, requestPolicy } from './navigation.ts'
import { permissionPolicy } from './permissions.ts'

/** Locks every page this app will ever make, however it comes about: one without its locks is how others were broken into. */
export function guardPages(log: Log): void {
  app.on('web-contents-created', (_event, contents) => {
    // Developer tools are pages too, and their own business.
    if (contents.getType() === 'remote') return
    contents.setWindowOpenHandler(() => {
      log('window-refused')
      return { action: 'deny' }
    })
    const judge = (event: { preventDefault(): void }, url: string, isMainFrame: boolean): void => {
      if (isMainFrame && navigationPolicy(url)) return
      log('navigation-refused')
      event.preventDefault()
    }
    contents.on('will-navigate', (event, url) => judge(event, url, true))
    contents.on('will-redirect', (event, url, _isInPlace, isMainFrame) => judge(event, url, isMainFrame))
    contents.on('will-frame-navigate', (event) => judge(event, event.url, event.isMainFrame))
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
}

/** The walls of a session: nothing leaves it, nothing is downloaded into it, nothing is granted but what the policy names. */
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
