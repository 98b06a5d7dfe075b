import { type Database, makeDatabase } from '../db/database.ts'
import { setSystemLocale } from '../shared/region/locale.ts'
import { answerSearch } from './answer.ts'
import { watchChanges } from './changes.ts'
import { type Feeder, startFeeder } from './feeder.ts'
import { listMatches } from './list.ts'
import type { FromWorker, ToWorker } from './protocol.ts'
import { SearchIndex } from './index/search-index.ts'

/** Progress is reported at most this often, ms. */
const PROGRESS_INTERVAL_MS = 200

/**
 * The worker's side: one index over one database. It answers one request at a time: the latest `ask` first, then every `list` in order.
 */
export function serveSearch(
  send: (message: FromWorker) => void,
  environment: { readonly elapsed: () => number; readonly pause: (ms: number) => Promise<void> },
): { readonly receive: (message: ToWorker) => void; readonly stop: () => Promise<void> } {
  const { elapsed, pause } = environment
  const index = new SearchIndex()
  let db: Database | null = null
  let feeder: Feeder | null = null
  let unwatch = (): void => {}
  let latestAsk: Extract<ToWorker, { kind: 'ask' }> | null = null
  const pendingLists: Extract<ToWorker, { kind: 'list' }>[] = []
  let isAnswering = false
  let isReady = false
  let reportedAt = -Infinity
  let isReportScheduled = false
  let isStopped = false

  /** The window has opened the database before and checked its version. It is not reopened after it closes. */
  async function open(databaseName: string, dataKey: string): Promise<void> {
    const opened = makeDatabase(databaseName, dataKey)
    await opened.open()
    opened.on('close', fail)
    db = opened
    unwatch = watchChanges(databaseName, (changes) => feeder?.changed(changes))
    feeder = startFeeder({ db: opened, index, onProgress, onFailure: fail, pause, elapsed })
    await answerNext()
  }

  async function answerNext(): Promise<void> {
    if (isAnswering || db === null) return
    isAnswering = true
    for (let next = latestAsk ?? pendingLists.shift(); next !== undefined; next = latestAsk ?? pendingLists.shift()) {
      const { request } = next
      if (next.kind === 'list') {
        send({ kind: 'listed', request, listed: listMatches(index, next.question) })
        // Receives newer questions, which go first.
        await pause(0)
      } else {
        latestAsk = null
        send({ kind: 'answer', request, answer: await answerSearch(db, index, next.question) })
      }
    }
    isAnswering = false
  }

  function onProgress(ready: boolean): void {
    const becameReady = ready && !isReady
    isReady = ready
    if (becameReady || elapsed() - reportedAt >= PROGRESS_INTERVAL_MS) return reportProgress()
    if (isReportScheduled) return
    isReportScheduled = true
    void pause(PROGRESS_INTERVAL_MS).then(() => {
      isReportScheduled = false
      reportProgress()
    })
  }

  function reportProgress(): void {
    reportedAt = elapsed()
    send({ kind: 'progress', coverage: index.coverage, isReady })
  }

  function fail(): void {
    if (isStopped) return
    send({ kind: 'failed' })
    void stop()
  }

  async function stop(): Promise<void> {
    isStopped = true
    unwatch()
    const running = feeder
    feeder = null
    await running?.stop()
    db?.close()
    db = null
  }

  return {
    receive(message) {
      if (message.kind === 'ask') latestAsk = message
      if (message.kind === 'list') pendingLists.push(message)
      // "before:5/6" depends on the region's date order, which the worker cannot read from the system.
      if (message.kind === 'open') setSystemLocale(message.locale)
      void (message.kind === 'open' ? open(message.databaseName, message.dataKey) : answerNext()).catch(fail)
    },
    stop,
  }
}
