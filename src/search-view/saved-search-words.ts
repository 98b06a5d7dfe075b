import { MAX_SEARCH_NAME_LENGTH, type SavedSearch } from '../db/saved-searches.ts'
import { harmlessLine } from '../words/harmless-text.ts'

/** What to call a search that has no name yet: its own words, as many as a name may have. */
export function suggestedName(text: string): string {
  return harmlessLine(text).slice(0, MAX_SEARCH_NAME_LENGTH).trim()
}

/** Why it cannot be called that; null when it can. Two of one name could not be told apart. */
export function nameProblem(name: string, others: readonly Pick<SavedSearch, 'name'>[]): string | null {
  const wanted = harmlessLine(name)
  if (wanted === '') return 'Enter a name'
  const isTaken = others.some((one) => one.name.toLowerCase() === wanted.toLowerCase())
  return isTaken ? 'Another saved search has this name' : null
}
