import type { OutboxFeed } from '../db/outbox-feed.ts'
import { unsentOf } from '../db/outbox-queries.ts'
import type { Bridge } from '../shared/bridge.ts'

/** Reports the unsent ops to the main process after every change, so that its quit dialog needs no answer from a window that may hang. */
export function startUnsentReports(options: {
  readonly feed: Pick<OutboxFeed, 'ops' | 'subscribe'>
  readonly bridge: Pick<Bridge, 'reportUnsent'>
  readonly workspaceId: string
}): () => void {
  const { feed, bridge, workspaceId } = options
  let reported = ''

  function report(): void {
    const ops = feed.ops()
    if (ops === null) return
    const unsent = unsentOf(ops)
    const current = JSON.stringify(unsent)
    if (current === reported) return
    reported = current
    void bridge.reportUnsent({ workspaceId, ...unsent })
  }

  report()
  return feed.subscribe(report)
}
