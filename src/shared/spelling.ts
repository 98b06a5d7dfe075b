import type { Result } from './failure.ts'

/** UTF-16 units. A longer word is neither checked nor stored. */
export const MAX_WORD_LENGTH = 60
/** In the menu of a field. */
export const MAX_SUGGESTIONS = 5

/** Main asks what a misspelled word could be. The answer names the number of the question. */
export type SpellingQuestion = { readonly question: number; readonly word: string }

/** The part of the bridge for systems on which the app checks spelling itself. */
export interface SpellingBridge {
  /** Answers `onSpellingQuestion`. An answer that comes too late changes nothing. */
  answerSpelling(input: { readonly question: number; readonly suggestions: readonly string[] }): Promise<Result<null>>
}

export interface SpellingEvents {
  /** From now on `check` is asked which of the words in a text field are misspelled. It replaces an earlier one and must not reject. */
  provideSpelling(check: (words: readonly string[]) => Promise<readonly string[]>): void
  /** The menu of a field opens on a misspelled word. */
  onSpellingQuestion(listener: (asked: SpellingQuestion) => void): () => void
  /** The user chose "Add to dictionary" for this word. */
  onOwnWord(listener: (word: string) => void): () => void
}
