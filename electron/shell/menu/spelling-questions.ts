import { success } from '../../../src/shared/failure.ts'
import type { Bridge } from '../../../src/shared/bridge.ts'
import type { SpellingQuestion } from '../../../src/shared/spelling.ts'

/** Asks the page for suggestions, which has the dictionaries. */
export type SpellingQuestions = Pick<Bridge, 'answerSpelling'> & {
  /** The best suggestions first; none when the page takes too long; null when another question was asked meanwhile. */
  readonly ask: (word: string, send: (asked: SpellingQuestion) => void) => Promise<readonly string[] | null>
}

/** A menu that opens later than this seems broken, ms. Suggestions for a marked word are usually known before it is clicked. */
const LIMIT_MS = 1_000

/** `after` returns the function that calls it off. */
export function makeSpellingQuestions(after: (ms: number, then: () => void) => () => void): SpellingQuestions {
  let latest = 0
  let open: { readonly question: number; readonly end: (suggestions: readonly string[] | null) => void } | null = null
  return {
    ask(word, send) {
      open?.end(null)
      latest += 1
      const question = latest
      return new Promise((resolve) => {
        const callOff = after(LIMIT_MS, () => end([]))
        function end(suggestions: readonly string[] | null): void {
          callOff()
          open = null
          resolve(suggestions)
        }
        open = { question, end }
        send({ question, word })
      })
    },
    async answerSpelling({ question, suggestions }) {
      if (open?.question === question) open.end(suggestions)
      return success(null)
    },
  }
}

/** Returns the function that calls it off. */
export function callLater(ms: number, then: () => void): () => void {
  const timer = setTimeout(then, ms)
  return () => clearTimeout(timer)
}
