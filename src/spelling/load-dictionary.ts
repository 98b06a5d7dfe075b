import nspell from 'nspell'
import type { Dictionary } from './protocol.ts'
import type { Checker } from './speller.ts'

/**
 * The files of a dictionary as modules of the build: the page's policy forbids it to connect to anything, even to its own files, but lets
 * it load its own scripts.
 */
const FILES: Readonly<Record<Dictionary, () => Promise<readonly [{ default: string }, { default: string }]>>> = {
  'en-US': () =>
    Promise.all([
      import('../../node_modules/dictionary-en/index.aff?raw'),
      import('../../node_modules/dictionary-en/index.dic?raw'),
    ]),
  'en-GB': () =>
    Promise.all([
      import('../../node_modules/dictionary-en-gb/index.aff?raw'),
      import('../../node_modules/dictionary-en-gb/index.dic?raw'),
    ]),
  es: () =>
    Promise.all([
      import('../../node_modules/dictionary-es/index.aff?raw'),
      import('../../node_modules/dictionary-es/index.dic?raw'),
    ]),
}

/** Any text has them, so a dictionary without one is damaged. */
const KNOWN: Readonly<Record<Dictionary, string>> = { 'en-US': 'with', 'en-GB': 'with', es: 'para' }

/** Takes seconds of computing for the larger ones. Rejects when a file is missing or damaged. */
export async function loadDictionary(dictionary: Dictionary): Promise<Checker> {
  const [affixes, words] = await FILES[dictionary]()
  return readDictionary(affixes.default, words.default, KNOWN[dictionary])
}

/** Throws when the dictionary does not know `knownWord`. */
export function readDictionary(affixes: string, words: string, knownWord: string): Checker {
  const checker = nspell(affixes, words)
  if (!checker.correct(knownWord)) throw new Error('the dictionary is damaged')
  return {
    correct: (word) => checker.correct(word),
    suggest: (word) => checker.suggest(word),
  }
}
