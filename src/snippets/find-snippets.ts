import type { Snippet } from '../db/snippets.ts'
import { foldText } from '../shared/text/fold-text.ts'

/** The snippets that are meant by what is typed, the likeliest first; all of them, by name, while nothing is. */
export function findSnippets(snippets: readonly Snippet[], typed: string): readonly Snippet[] {
  const query = foldText(typed).trim()
  return snippets
    .map((snippet) => ({ snippet, score: query === '' ? 1 : scoreOf(snippet, query) }))
    .filter(({ score }) => score > 0)
    .toSorted(
      (one, other) =>
        other.score - one.score || one.snippet.name.localeCompare(other.snippet.name, undefined, { numeric: true }),
    )
    .map(({ snippet }) => snippet)
}

/** The shortcut was made to be typed, the name is remembered, the text is recognised: in that order. 0 for none of them. */
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

/** Fewer letters are scattered in any name. */
const MIN_SCATTERED = 3

/** All its letters, in their order, with others between them: "ordl" is in "order late". */
function isScattered(query: string, words: string): boolean {
  let at = 0
  for (const letter of query) {
    at = words.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}
