import type { Language } from '../../shared/language.ts'
import { englishVocabulary } from './english.ts'
import { germanVocabulary } from './german.ts'
import { spanishVocabulary } from './spanish.ts'
import type { Vocabulary } from './vocabulary.ts'

const MAKERS = {
  en: englishVocabulary,
  de: germanVocabulary,
  es: spanishVocabulary,
} as const satisfies Record<Language, () => Vocabulary>

const made = new Map<Language, Vocabulary>()

/** Made on first use, because the names of a language's months take time to look up. */
export function vocabularyOf(language: Language): Vocabulary {
  const vocabulary = made.get(language) ?? MAKERS[language]()
  made.set(language, vocabulary)
  return vocabulary
}
