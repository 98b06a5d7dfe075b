import { holesIn } from './holes.ts'

/** What is known of a customer, by the names that snippets use. */
export type SnippetFacts = Readonly<Record<string, string | null>>

export type RenderedSnippet = {
  readonly text: string
  /** Where `{{cursor}}` stood, UTF-16 units; the end without one. */
  readonly caret: number
}

/** Where the caret goes once all holes are filled. */
const CURSOR = 'cursor'

/** Fills what is known, else says what was written for that case; what has neither stays open, as `{{name}}`. */
export function renderSnippet(snippet: string, facts: SnippetFacts): RenderedSnippet {
  let text = ''
  let end = 0
  let caret: number | null = null
  for (const hole of holesIn(snippet)) {
    text += snippet.slice(end, hole.start)
    end = hole.end
    if (hole.name.toLowerCase() === CURSOR) caret ??= text.length
    else text += known(facts, hole.name) ?? hole.fallback ?? `{{${hole.name}}}`
  }
  text += snippet.slice(end)
  return { text, caret: caret ?? text.length }
}

/** What somebody calls themselves must not open a hole of its own. */
function known(facts: SnippetFacts, name: string): string | null {
  const key = name.toLowerCase().replaceAll(/[ -]/g, '_')
  const value = Object.hasOwn(facts, key) ? facts[key] : null
  if (value === null || value === undefined || value.trim() === '') return null
  return value.replaceAll(/\{(?=\{)/g, '{ ')
}
