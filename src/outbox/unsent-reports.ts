import type { OutboxFeed } from '../db/outbox-feed.ts'
import { unsentOf } from '../db/outbox-queries.ts'
import type { Bridge } from '../shared/bridge.ts'

/** Keeps main told of what is unsent, so that quitting can name it without asking a window that may hang. */
export function startUnsentReports(options: {
  readonly feed: Pick<OutboxFeed, 'ops' | 'subscribe'>
  readonly bridge: Pick<Bridge, 'reportUnsent'>
  readonly workspaceId: string
}): () => void {
  const { feed, bridge, workspaceId } = options
  let told = ''

  function tell(): void {
    const ops = feed.ops()
    if (ops === null) return
    const unsent = unsentOf(ops)
    const now = JSON.stringify(unsent)
    if (now === told) return
    told = now
    void bridge.reportUnsent({ workspaceId, ...unsent })
  }

  tell()
  return feed.subscribe(tell)
}
