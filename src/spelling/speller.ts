import { MAX_SUGGESTIONS } from '../shared/spelling.ts'
import type { Dictionary } from './protocol.ts'

/** One dictionary. */
export type Checker = {
  readonly correct: (word: string) => boolean
  readonly suggest: (word: string) => readonly string[]
}

type Options = {
  /** Rejects for a dictionary that cannot be read. */
  readonly load: (dictionary: Dictionary) => Promise<Checker>
  readonly onReady: () => void
}

/** A text of at least so many different words, more than half of which are unknown, is in another language. */
const FOREIGN_WORDS = 6
/** UTF-16 units. The search for suggestions takes longer with each letter. */
const MAX_SUGGESTED_LENGTH = 30
/** Words whose suggestions are kept. */
const KEPT = 200

/** Checks words. Reads a dictionary when it is first asked for; until then, and for one that cannot be read, no word is misspelled. */
export function makeSpeller({ load, onReady }: Options) {
  const checkers = new Map<Dictionary, Checker | null>()
  const suggested = new Map<string, readonly string[]>()
  let own: ReadonlySet<string> = new Set()

  function checkerOf(dictionary: Dictionary): Checker | null {
    if (!checkers.has(dictionary)) {
      checkers.set(dictionary, null)
      load(dictionary).then(
        (checker) => {
          checkers.set(dictionary, checker)
          onReady()
        },
        () => {},
      )
    }
    return checkers.get(dictionary) ?? null
  }

  return {
    setOwnWords(words: readonly string[]): void {
      own = new Set(words.map(ownForm))
    },
    /** The misspelled words. With `isCertain`, also those of a text that the dictionary hardly knows. */
    check(dictionary: Dictionary, words: readonly string[], isCertain: boolean): readonly string[] {
      const checker = checkerOf(dictionary)
      if (checker === null) return []
      const misspelled = words.filter((word) => !own.has(ownForm(word)) && !checker.correct(word.normalize('NFC')))
      const isForeign = words.length >= FOREIGN_WORDS && misspelled.length * 2 > words.length
      return isForeign && !isCertain ? [] : misspelled
    },
    /** The best first. */
    suggest(dictionary: Dictionary, word: string): readonly string[] {
      const checker = checkerOf(dictionary)
      if (checker === null || word.length > MAX_SUGGESTED_LENGTH) return []
      const key = `${dictionary} ${word}`
      const known = suggested.get(key)
      if (known !== undefined) return known
      const found = checker.suggest(word.normalize('NFC')).slice(0, MAX_SUGGESTIONS)
      const oldest = suggested.keys().next()
      if (suggested.size >= KEPT && oldest.done !== true) suggested.delete(oldest.value)
      suggested.set(key, found)
      return found
    },
  }
}

/** A word counts with any capitals and with a possessive s. */
function ownForm(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]s$/u, '')
}
