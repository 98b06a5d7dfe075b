import type { Dictionary, FromWorker, ToWorker } from './protocol.ts'

/** A running worker. `terminate` is final. */
export type SpellingWorker = {
  readonly send: (message: ToWorker) => void
  readonly terminate: () => void
}

type Options = {
  readonly startWorker: (onMessage: (message: FromWorker) => void, onFailure: () => void) => SpellingWorker
  /** Earlier answers are out of date, because a dictionary is read or the user added a word. */
  readonly onChange: () => void
}

/** The window's interface to the worker, which the first question starts. After a failure every word counts as correct. */
export function makeSpelling({ startWorker, onChange }: Options) {
  const waiting = new Map<number, (words: readonly string[]) => void>()
  let own: readonly string[] = []
  let worker: SpellingWorker | null = null
  let isOver = false
  let latest = 0

  function receive(message: FromWorker): void {
    if (isOver) return
    if (message.kind === 'ready') return onChange()
    waiting.get(message.request)?.(message.words)
    waiting.delete(message.request)
  }

  function end(): void {
    isOver = true
    worker?.terminate()
    worker = null
    for (const answer of waiting.values()) answer([])
    waiting.clear()
  }

  function begin(): SpellingWorker | null {
    try {
      const begun = startWorker(receive, end)
      begun.send({ kind: 'own-words', words: own })
      return begun
    } catch {
      end()
      return null
    }
  }

  function ask(question: (request: number) => ToWorker): Promise<readonly string[]> {
    if (isOver) return Promise.resolve([])
    worker ??= begin()
    const asked = worker
    if (asked === null) return Promise.resolve([])
    latest += 1
    const request = latest
    return new Promise((resolve) => {
      waiting.set(request, resolve)
      asked.send(question(request))
    })
  }

  return {
    /** The misspelled ones of these words. Never rejects. */
    check: (dictionary: Dictionary, isCertain: boolean, words: readonly string[]) =>
      ask((request) => ({ kind: 'check', request, dictionary, isCertain, words })),
    /** The best first. Never rejects. */
    suggest: (dictionary: Dictionary, word: string) =>
      ask((request) => ({ kind: 'suggest', request, dictionary, word })),
    setOwnWords(words: readonly string[]): void {
      own = words
      worker?.send({ kind: 'own-words', words })
      onChange()
    },
    stop: end,
  }
}
