import { app } from 'electron'
import { sendLink } from '../../ipc.ts'
import type { Log } from '../../storage/log.ts'
import type { OnlyWindow } from '../../window.ts'
import { type LinkInbox, makeLinkInbox } from './link-inbox.ts'
import { isAppLink } from './parse-link.ts'
import { registerLinks } from './register-links.ts'
import { linkIn } from './second-start.ts'

export interface OpenedLinks extends LinkInbox {
  /** The window may be shown from now on. True when a link already waits for it. */
  ready(): boolean
}

/**
 * Receives links from this start's arguments, from later starts, and from macOS, which may send one before the app is ready. Call it before.
 * A second start without a link brings the window to the front.
 */
export function openLinks(window: Pick<OnlyWindow, 'show' | 'current'>, now: () => number, log: Log): OpenedLinks {
  let isReady = false
  const inbox = makeLinkInbox({
    announce() {
      // The first window takes the link as it starts.
      if (!isReady) return
      window.show()
      sendLink(window.current()?.webContents)
    },
    now,
    log,
  })
  app.on('open-url', (event, url) => {
    event.preventDefault()
    if (isAppLink(url)) inbox.receive(url)
  })
  app.on('second-instance', (_event, args) => {
    const link = linkIn(args.slice(1))
    if (link !== null) inbox.receive(link)
    else if (isReady) window.show()
  })
  const first = linkIn(process.argv.slice(1))
  if (first !== null) inbox.receive(first)
  return {
    ...inbox,
    ready() {
      isReady = true
      registerLinks()
      return inbox.isWaiting()
    },
  }
}
