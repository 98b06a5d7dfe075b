/** Messages between the window and the spelling worker. */

/** Dictionaries in the package. Persisted in the writing settings: add freely, but rename or remove only with a migration. */
export const DICTIONARIES = ['en-US', 'en-GB', 'es'] as const
export type Dictionary = (typeof DICTIONARIES)[number]

export type ToWorker =
  | { readonly kind: 'own-words'; readonly words: readonly string[] }
  | {
      readonly kind: 'check'
      readonly request: number
      readonly dictionary: Dictionary
      readonly isCertain: boolean
      readonly words: readonly string[]
    }
  | { readonly kind: 'suggest'; readonly request: number; readonly dictionary: Dictionary; readonly word: string }

export type FromWorker =
  /** `words`: the misspelled ones, or the suggestions. Empty while the dictionary is being read. */
  | { readonly kind: 'answer'; readonly request: number; readonly words: readonly string[] }
  /** A dictionary that was asked for is read, and what was answered before is out of date. */
  | { readonly kind: 'ready' }
