import type { AppLink, LinkBridge } from '../../../src/shared/lifecycle/app-link.ts'
import { success } from '../../../src/shared/failure.ts'
import type { Log } from '../../storage/log.ts'
import { parseLink } from './parse-link.ts'

/** A page can open links as fast as it likes, and each would take the focus. A user opens fewer. */
export const MAX_LINKS = 5
const PERIOD_MS = 10_000

export interface LinkInbox extends LinkBridge {
  /** The system has passed a link to the app. */
  readonly receive: (link: string) => void
  readonly isWaiting: () => boolean
}

/**
 * Keeps the newest link until the page takes it: the app may be starting or locked, or have no workspace. `announce` brings the window to the
 * front and tells the page. Each link is logged by its kind alone, because it may name a customer.
 */
export function makeLinkInbox(options: {
  readonly announce: () => void
  readonly now: () => number
  readonly log: Log
}): LinkInbox {
  const { announce, now, log } = options
  let waiting: AppLink | null = null
  let received: readonly number[] = []

  /** Also counts the ones that it refuses, so that a stream of links stays refused. */
  function isTooOften(): boolean {
    received = [...received.filter((at) => at > now() - PERIOD_MS && at <= now()), now()].slice(-MAX_LINKS - 1)
    return received.length > MAX_LINKS
  }

  return {
    receive(link) {
      if (isTooOften()) return log('link-refused', { why: 'tooOften' })
      const parsed = parseLink(link)
      log('link-received', { kind: parsed.kind })
      waiting = parsed
      announce()
    },
    isWaiting: () => waiting !== null,
    readWaitingLink: async () => success(waiting !== null),
    takeLink: async () => {
      const link = waiting
      waiting = null
      return success(link)
    },
  }
}
