import type { Snippet } from '../db/snippets.ts'
import { foldText } from '../shared/text/fold-text.ts'

/** The snippets that match what is typed, best match first. All of them, by name, when nothing is typed. */
export function findSnippets(snippets: readonly Snippet[], typed: string): readonly Snippet[] {
  const query = foldText(typed).trim()
  return snippets
    .map((snippet) => ({ snippet, score: query === '' ? 1 : scoreOf(snippet, query) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.snippet.name.localeCompare(b.snippet.name, undefined, { numeric: true }))
    .map(({ snippet }) => snippet)
}

/** A match in the shortcut counts most, then one in the name, then one in the text. 0 for no match. */
function scoreOf(snippet: Snippet, query: string): number {
  const [shortcut, name, text] = [foldText(snippet.shortcut), foldText(snippet.name), foldText(snippet.text)]
  if (shortcut === query) return 7
  if (shortcut.startsWith(query)) return 6
  if (name.startsWith(query)) return 5
  const words = query.split(/\s+/)
  if (words.every((word) => name.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word)))) return 4
  if (name.includes(query)) return 3
  if (words.every((word) => name.includes(word) || text.includes(word))) return 2
  const letters = query.replaceAll(/\s/g, '')
  return letters.length >= MIN_SCATTERED && isScattered(letters, name) ? 1 : 0
}

/** Fewer letters would match nearly every name. */
const MIN_SCATTERED = 3

/** Whether the letters occur in this order, with others between them: "ordl" is in "order late". */
function isScattered(query: string, name: string): boolean {
  let at = 0
  for (const letter of query) {
    at = name.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}
