import { type Database, makeDatabase } from '../db/database.ts'
import { setSystemLocale } from '../shared/region/locale.ts'
import { answerSearch } from './answer.ts'
import { watchChanges } from './changes.ts'
import { type Feeder, startFeeder } from './feeder.ts'
import { listMatches } from './list.ts'
import type { FromWorker, ToWorker } from './protocol.ts'
import { SearchIndex } from './index/search-index.ts'

/** How far it is is said this often, ms. */
const TELL_MS = 200

/**
 * The worker's side: one index over one database, and one question at a time, the last that was asked. What is to be listed or counted
 * waits for that, and each has its turn.
 */
export function serveSearch(
  say: (words: FromWorker) => void,
  around: { readonly elapsed: () => number; readonly pause: (ms: number) => Promise<void> },
): { readonly hear: (words: ToWorker) => void; readonly stop: () => Promise<void> } {
  const { elapsed, pause } = around
  const index = new SearchIndex()
  let db: Database | null = null
  let feeder: Feeder | null = null
  let unwatch = (): void => {}
  let asked: Extract<ToWorker, { kind: 'ask' }> | null = null
  const toList: Extract<ToWorker, { kind: 'list' }>[] = []
  let isAnswering = false
  let isReady = false
  let toldAt = -Infinity
  let isTellingLater = false
  let isStopped = false

  /** Opened by the window before, which has looked at its version; when it goes, nothing is opened again. */
  async function open(databaseName: string): Promise<void> {
    const opened = makeDatabase(databaseName)
    await opened.open()
    opened.on('close', fail)
    db = opened
    unwatch = watchChanges(databaseName, (changes) => feeder?.changed(changes))
    feeder = startFeeder({ db: opened, index, onProgress: progressed, onFailure: fail, pause, elapsed })
    await answerNext()
  }

  async function answerNext(): Promise<void> {
    if (isAnswering || db === null) return
    isAnswering = true
    for (let next = asked ?? toList.shift(); next !== undefined; next = asked ?? toList.shift()) {
      const { request } = next
      if (next.kind === 'list') {
        say({ kind: 'listed', request, listed: listMatches(index, next.question) })
        // What was typed meanwhile is heard now, and goes first.
        await pause(0)
      } else {
        asked = null
        say({ kind: 'answer', request, answer: await answerSearch(db, index, next.question) })
      }
    }
    isAnswering = false
  }

  function progressed(ready: boolean): void {
    const isNews = ready && !isReady
    isReady = ready
    if (isNews || elapsed() - toldAt >= TELL_MS) return tell()
    if (isTellingLater) return
    isTellingLater = true
    void pause(TELL_MS).then(() => {
      isTellingLater = false
      tell()
    })
  }

  function tell(): void {
    toldAt = elapsed()
    say({ kind: 'progress', coverage: index.coverage, isReady })
  }

  function fail(): void {
    if (isStopped) return
    say({ kind: 'failed' })
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
    hear(words) {
      if (words.kind === 'ask') asked = words
      if (words.kind === 'list') toList.push(words)
      // "before:5/6" is read by the order of the region, and a worker does not know it otherwise.
      if (words.kind === 'open') setSystemLocale(words.locale)
      void (words.kind === 'open' ? open(words.databaseName) : answerNext()).catch(fail)
    },
    stop,
  }
}
