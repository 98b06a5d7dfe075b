import { systemLocale } from '../shared/region/locale.ts'
import type { SearchAnswer, SearchQuestion } from './answer.ts'
import type { ListAnswer, ListQuestion } from './list.ts'
import type { FromWorker, ToWorker } from './protocol.ts'
import type { Coverage } from './index/search-index.ts'

export type IndexProgress = Coverage & {
  /** `indexing` until all that there was at the start can be found. */
  readonly state: 'indexing' | 'ready' | 'failed'
}

/** The window's way to search. */
export type Search = {
  /** Null once something newer was asked, or when there is no worker to answer. */
  readonly ask: (question: SearchQuestion) => Promise<SearchAnswer | null>
  /** The same, without what they say. However many are asked, each has its answer; null when there is no worker to give one. */
  readonly list: (question: ListQuestion) => Promise<ListAnswer | null>
  readonly progress: () => IndexProgress
  /** Gives the way to stop listening. */
  readonly onProgress: (listener: () => void) => () => void
  /** After it has failed. */
  readonly restart: () => void
}

/** The other side. Each is started once, and ended for good. */
export type SearchWorker = {
  readonly say: (words: ToWorker) => void
  readonly end: () => void
}

export type StartWorker = (hear: (words: FromWorker) => void, failed: () => void) => SearchWorker

const AT_FIRST: IndexProgress = { state: 'indexing', conversations: 0, withText: 0 }

/** Starts nothing yet: the first frame comes first. */
export function makeSearch(
  databaseName: string,
  startWorker: StartWorker,
): Search & { readonly start: () => void; readonly stop: () => void } {
  const listeners = new Set<() => void>()
  let worker: SearchWorker | null = null
  let progress = AT_FIRST
  let latest = 0
  /** A question that waits for the worker to start, or for its answer. */
  let waiting: {
    readonly request: number
    readonly question: SearchQuestion
    resolve(answer: SearchAnswer | null): void
  } | null = null

  const listing = new Map<number, (listed: ListAnswer | null) => void>()

  function report(next: IndexProgress): void {
    progress = next
    for (const listener of listeners) listener()
  }

  function hear(words: FromWorker): void {
    if (words.kind === 'failed') return fail()
    if (words.kind === 'progress') return report({ state: words.isReady ? 'ready' : 'indexing', ...words.coverage })
    if (words.kind === 'listed') {
      listing.get(words.request)?.(words.listed)
      listing.delete(words.request)
      return
    }
    if (waiting?.request !== words.request) return
    waiting.resolve(words.answer)
    waiting = null
  }

  function fail(): void {
    end()
    report({ ...progress, state: 'failed' })
  }

  function end(): void {
    worker?.end()
    worker = null
    waiting?.resolve(null)
    waiting = null
    for (const resolve of listing.values()) resolve(null)
    listing.clear()
  }

  function start(): void {
    // One that was ended may have something left to say.
    const isCurrent = (): boolean => worker === made
    const made: SearchWorker = startWorker(
      (words) => isCurrent() && hear(words),
      () => isCurrent() && fail(),
    )
    worker = made
    made.say({ kind: 'open', databaseName, locale: systemLocale() })
    if (waiting !== null) made.say({ kind: 'ask', request: waiting.request, question: waiting.question })
  }

  return {
    start,
    stop: end,
    progress: () => progress,
    onProgress(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    ask(question) {
      waiting?.resolve(null)
      waiting = null
      if (progress.state === 'failed') return Promise.resolve(null)
      latest += 1
      const request = latest
      return new Promise((resolve) => {
        waiting = { request, question, resolve }
        worker?.say({ kind: 'ask', request, question })
      })
    },
    list(question) {
      const to = worker
      if (to === null) return Promise.resolve(null)
      latest += 1
      const request = latest
      return new Promise((resolve) => {
        listing.set(request, resolve)
        to.say({ kind: 'list', request, question })
      })
    },
    restart() {
      report(AT_FIRST)
      start()
    },
  }
}
