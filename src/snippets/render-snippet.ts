import { placeholdersIn } from './placeholders.ts'

/** The values for placeholders, by name; null when unknown. */
export type SnippetFacts = Readonly<Record<string, string | null>>

export type RenderedSnippet = {
  readonly text: string
  /** The position of `{{cursor}}`, UTF-16 units, or the end of the text. */
  readonly caret: number
}

/** The placeholder that sets the caret. */
const CURSOR = 'cursor'

/** Replaces each placeholder by its value or its fallback. One with neither stays as `{{name}}`. */
export function renderSnippet(snippet: string, facts: SnippetFacts): RenderedSnippet {
  let text = ''
  let end = 0
  let caret: number | null = null
  for (const placeholder of placeholdersIn(snippet)) {
    text += snippet.slice(end, placeholder.start)
    end = placeholder.end
    if (placeholder.name.toLowerCase() === CURSOR) caret ??= text.length
    else text += valueOf(facts, placeholder.name) ?? placeholder.fallback ?? `{{${placeholder.name}}}`
  }
  text += snippet.slice(end)
  return { text, caret: caret ?? text.length }
}

/** The value of a placeholder, with `{{` split, so that a customer's name cannot create a placeholder. */
function valueOf(facts: SnippetFacts, name: string): string | null {
  const key = name.toLowerCase().replaceAll(/[ -]/g, '_')
  const value = Object.hasOwn(facts, key) ? facts[key] : null
  if (value === null || value === undefined || value.trim() === '') return null
  return value.replaceAll(/\{(?=\{)/g, '{ ')
}
