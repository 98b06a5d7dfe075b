import type { Session } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { requestPolicy } from '../../../electron/guards/navigation.ts'
import { guardPages, guardSession } from '../../../electron/guards/page-guards.ts'
import { networkSwitches, proxyOf, WEB_RTC_POLICY } from '../../../electron/guards/page-network.ts'
import { makeFakeContents, makeFakeSession } from '../../support/fake-electron.ts'

vi.mock('electron', async () =>
  (await import('../../support/fake-electron.ts')).makeFakeElectron({ userData: '/nowhere' }),
)
const { app } = await import('electron')

/** Guarded for each test anew. */
function guardedPage(type?: string) {
  app.removeAllListeners()
  const logged: string[] = []
  guardPages(null, (event) => logged.push(event))
  const contents = makeFakeContents(type)
  app.emit('web-contents-created', {}, contents)
  /** True when the page may do it. */
  const may = (event: string, details: object = {}, ...more: readonly unknown[]): boolean => {
    let isPrevented = false
    contents.emit(event, { ...details, preventDefault: () => (isPrevented = true) }, ...more)
    return !isPrevented
  }
  return { contents, logged, may }
}

async function guardedSession() {
  const session = makeFakeSession()
  const logged: string[] = []
  await guardSession(session as unknown as Session, null, (event) => logged.push(event), requestPolicy)
  return { session, logged }
}

describe('every page', () => {
  it('may reload, and navigate nowhere else', () => {
    const { may, logged } = guardedPage()
    expect(may('will-navigate', {}, 'app://clarion/')).toBe(true)
    for (const url of ['https://example.com/', 'app://clarion/index.html', 'javascript:alert(1)', 'file:///etc/passwd'])
      expect(may('will-navigate', {}, url)).toBe(false)
    expect(logged).toEqual(Array(4).fill('navigation-refused'))
  })

  it('has no name and no address, and no UDP for WebRTC, even when it is a page of developer tools', () => {
    vi.mocked(app.commandLine.appendSwitch).mockClear()
    const { contents } = guardedPage('remote')
    expect(vi.mocked(app.commandLine.appendSwitch).mock.calls).toEqual(Object.entries(networkSwitches(null)))
    expect(contents.setWebRTCIPHandlingPolicy.mock.calls).toEqual([[WEB_RTC_POLICY]])
  })

  it('follows no redirect', () => {
    const { may } = guardedPage()
    expect(may('will-redirect', {}, 'https://example.com/', false, true)).toBe(false)
    expect(may('will-redirect', {}, 'app://clarion/', false, false), 'in a frame').toBe(false)
    expect(may('will-redirect', {}, 'app://clarion/', false, true)).toBe(true)
  })

  it('has no frame that navigates, not even to its own document', () => {
    const { may } = guardedPage()
    expect(may('will-frame-navigate', { url: 'https://example.com/', isMainFrame: false })).toBe(false)
    expect(may('will-frame-navigate', { url: 'app://clarion/', isMainFrame: false })).toBe(false)
    expect(may('will-frame-navigate', { url: 'app://clarion/', isMainFrame: true })).toBe(true)
  })

  it.each(['https://example.com/', 'about:blank', 'app://clarion/', 'javascript:alert(1)'])(
    'opens no window for %s',
    (url) => {
      const { contents, logged } = guardedPage()
      expect(contents.setWindowOpenHandler).toHaveBeenCalledOnce()
      expect(contents.setWindowOpenHandler.mock.calls[0]?.[0]({ url })).toEqual({ action: 'deny' })
      expect(logged).toEqual(['window-refused'])
    },
  )

  it.each(['window', 'browserView', 'webview', 'backgroundPage', 'offscreen'])(
    'attaches no webview, whatever the page is: %s',
    (type) => {
      const { may } = guardedPage(type)
      expect(may('will-attach-webview')).toBe(false)
      expect(may('will-navigate', {}, 'https://example.com/')).toBe(false)
    },
  )
})

describe('the session', () => {
  it('cancels each request to another origin and lets the app’s own through', async () => {
    const { session, logged } = await guardedSession()
    const [listener] = session.webRequest.onBeforeRequest.mock.calls.at(-1) ?? []
    const isCancelled = (url: string): boolean => {
      let cancelled = false
      listener({ url, resourceType: 'xhr' }, (answer: { cancel: boolean }) => (cancelled = answer.cancel))
      return cancelled
    }
    expect(isCancelled('app://clarion/assets/a.js')).toBe(false)
    expect(isCancelled('https://example.com/')).toBe(true)
    expect(isCancelled('http://127.0.0.1:4010/')).toBe(true)
    expect(logged).toEqual(['request-refused', 'request-refused'])
  })

  it('downloads nothing', async () => {
    const { session, logged } = await guardedSession()
    const preventDefault = vi.fn()
    session.emit('will-download', { preventDefault })
    expect(preventDefault).toHaveBeenCalledOnce()
    expect(logged).toEqual(['download-refused'])
  })

  it.each(['media', 'geolocation', 'clipboard-read', 'openExternal', 'usb', 'a name of a later version'])(
    'neither grants nor reports the permission %s',
    async (name) => {
      const { session } = await guardedSession()
      const answer = vi.fn()
      session.setPermissionRequestHandler.mock.calls[0]?.[0](null, name, answer)
      expect(answer.mock.calls).toEqual([[false]])
      expect(session.setPermissionCheckHandler.mock.calls[0]?.[0](null, name)).toBe(false)
    },
  )

  it('asks a proxy that does not exist for every connection', async () => {
    const { session } = await guardedSession()
    expect(session.setProxy.mock.calls).toEqual([[proxyOf(null)]])
  })

  it('grants no device', async () => {
    const { session } = await guardedSession()
    expect(session.setDevicePermissionHandler).toHaveBeenCalledOnce()
    expect(session.setDevicePermissionHandler.mock.calls[0]?.[0]({ deviceType: 'hid' })).toBe(false)
  })
})
