import { MAX_SEARCH_NAME_LENGTH, type SavedSearch } from '../db/saved-searches.ts'
import { text } from '../strings/text.ts'
import { harmlessLine } from '../words/harmless-text.ts'

/** The name that is suggested for a new saved search: its query, cut to the allowed length. */
export function suggestedName(query: string): string {
  return harmlessLine(query).slice(0, MAX_SEARCH_NAME_LENGTH).trim()
}

/** Why the name is not allowed; null when it is. Names are unique. */
export function nameProblem(name: string, others: readonly Pick<SavedSearch, 'name'>[]): string | null {
  const wanted = harmlessLine(name)
  if (wanted === '') return text('search.saved.enterName')
  const isTaken = others.some((other) => other.name.toLowerCase() === wanted.toLowerCase())
  return isTaken ? text('search.saved.nameTaken') : null
}
