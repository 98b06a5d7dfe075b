import { systemLocale } from '../shared/region/locale.ts'
import type { SearchAnswer, SearchQuestion } from './answer.ts'
import type { ListAnswer, ListQuestion } from './list.ts'
import type { FromWorker, ToWorker } from './protocol.ts'
import type { Coverage } from './index/search-index.ts'

export type IndexProgress = Coverage & {
  /** `indexing` until everything from the start is indexed. */
  readonly state: 'indexing' | 'ready' | 'failed'
}

/** The window's interface to the search worker. */
export type Search = {
  /** Null when a newer question was asked, or when there is no worker. */
  readonly ask: (question: SearchQuestion) => Promise<SearchAnswer | null>
  /** Only the ids. Unlike `ask`, every call is answered; null when there is no worker. */
  readonly list: (question: ListQuestion) => Promise<ListAnswer | null>
  readonly progress: () => IndexProgress
  /** Returns the function that unsubscribes. */
  readonly onProgress: (listener: () => void) => () => void
  /** Starts a new worker after a failure. */
  readonly restart: () => void
}

/** A running worker. `terminate` is final. */
export type SearchWorker = {
  readonly send: (message: ToWorker) => void
  readonly terminate: () => void
}

export type StartWorker = (onMessage: (message: FromWorker) => void, onFailure: () => void) => SearchWorker

const INITIAL_PROGRESS: IndexProgress = { state: 'indexing', conversations: 0, withText: 0 }

/** Does not start the worker: the caller calls `start` after the first frame. */
export function makeSearch(
  { name: databaseName, dataKey }: { readonly name: string; readonly dataKey: string },
  startWorker: StartWorker,
): Search & {
  readonly start: () => void
  readonly stop: () => void
  /** Ends the worker and frees its index. Until the next start, questions wait. */
  readonly rest: () => void
} {
  const listeners = new Set<() => void>()
  let worker: SearchWorker | null = null
  let progress = INITIAL_PROGRESS
  let latest = 0
  /** The question that waits for the worker to start or for its answer. */
  let waiting: {
    readonly request: number
    readonly question: SearchQuestion
    resolve(answer: SearchAnswer | null): void
  } | null = null

  const pendingLists = new Map<number, (listed: ListAnswer | null) => void>()

  function report(next: IndexProgress): void {
    progress = next
    for (const listener of listeners) listener()
  }

  function receive(message: FromWorker): void {
    if (message.kind === 'failed') return fail()
    if (message.kind === 'progress')
      return report({ state: message.isReady ? 'ready' : 'indexing', ...message.coverage })
    if (message.kind === 'listed') {
      pendingLists.get(message.request)?.(message.listed)
      pendingLists.delete(message.request)
      return
    }
    if (waiting?.request !== message.request) return
    waiting.resolve(message.answer)
    waiting = null
  }

  function fail(): void {
    end()
    report({ ...progress, state: 'failed' })
  }

  function end(): void {
    worker?.terminate()
    worker = null
    waiting?.resolve(null)
    waiting = null
    for (const resolve of pendingLists.values()) resolve(null)
    pendingLists.clear()
  }

  function start(): void {
    // A terminated worker may still have messages in the queue.
    const isCurrent = (): boolean => worker === started
    const started: SearchWorker = startWorker(
      (message) => isCurrent() && receive(message),
      () => isCurrent() && fail(),
    )
    worker = started
    started.send({ kind: 'open', databaseName, dataKey, locale: systemLocale() })
    if (waiting !== null) started.send({ kind: 'ask', request: waiting.request, question: waiting.question })
  }

  return {
    start,
    stop: end,
    rest() {
      end()
      report(INITIAL_PROGRESS)
    },
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
        worker?.send({ kind: 'ask', request, question })
      })
    },
    list(question) {
      const current = worker
      if (current === null) return Promise.resolve(null)
      latest += 1
      const request = latest
      return new Promise((resolve) => {
        pendingLists.set(request, resolve)
        current.send({ kind: 'list', request, question })
      })
    },
    restart() {
      report(INITIAL_PROGRESS)
      start()
    },
  }
}
