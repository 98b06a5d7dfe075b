import type { Dictionary, FromWorker, ToWorker } from './protocol.ts'
import { type Checker, makeSpeller } from './speller.ts'

type Options = {
  readonly load: (dictionary: Dictionary) => Promise<Checker>
  readonly post: (message: FromWorker) => void
  /** Returns the function that calls it off. */
  readonly after: (ms: number, then: () => void) => () => void
}

/** Without a question for so long, the suggestions for the marked words are searched, so that the menu opens at once. */
const QUIET_MS = 700
/** Marked words whose suggestions are searched. */
const MAX_PREPARED = 5

/** Returns the function that receives a message. */
export function serveSpelling({ load, post, after }: Options): (message: ToWorker) => void {
  const speller = makeSpeller({ load, onReady: () => post({ kind: 'ready' }) })
  let callOff = (): void => {}

  /** One word in each step, so that a question waits for one at most. */
  function prepare(dictionary: Dictionary, [word, ...rest]: readonly string[], ms: number): void {
    if (word === undefined) return
    callOff = after(ms, () => {
      speller.suggest(dictionary, word)
      prepare(dictionary, rest, 0)
    })
  }

  return (message) => {
    if (message.kind === 'own-words') return speller.setOwnWords(message.words)
    callOff()
    const { request, dictionary } = message
    if (message.kind === 'suggest') {
      return post({ kind: 'answer', request, words: speller.suggest(dictionary, message.word) })
    }
    const words = speller.check(dictionary, message.words, message.isCertain)
    post({ kind: 'answer', request, words })
    prepare(dictionary, words.slice(-MAX_PREPARED), QUIET_MS)
  }
}
