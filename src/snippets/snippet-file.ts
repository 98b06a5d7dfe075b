import type { Snippet } from '../db/snippets.ts'
import { hasVisibleText } from '../shared/text/visible-text.ts'
import { text } from '../strings/text.ts'
import { harmlessLine } from '../words/harmless-text.ts'

/** Limits for every snippet, typed or imported; UTF-16 units. */
export const MAX_SNIPPET_LENGTHS = { name: 80, shortcut: 30, text: 10_000 }
/** Limits of an imported file: characters and entries. */
const MAX_FILE_LENGTH = 2_000_000
const MAX_SNIPPETS = 1_000
const VERSION = 1

export type SnippetFields = Pick<Snippet, 'name' | 'shortcut' | 'text'>

/** An entry that is not imported: its name, or its position when it has none ("Entry 2"), and the reason. */
export type SkippedEntry = { readonly name: string; readonly why: string }

export type ImportedSnippets =
  | {
      readonly ok: true
      /** The snippets to add. Their names and shortcuts are unique. */
      readonly added: readonly SnippetFields[]
      readonly alreadyThere: number
      /** The number of added snippets that got another name or lost their shortcut. */
      readonly changed: number
      /** The invalid entries. */
      readonly leftOut: readonly SkippedEntry[]
    }
  | { readonly ok: false; readonly problem: string }

/** The content of an exported file; `readSnippetFile` reads it back unchanged. */
export function writeSnippetFile(snippets: readonly SnippetFields[]): string {
  const entries = snippets.map(({ name, shortcut, text }) => ({ name, ...(shortcut === '' ? {} : { shortcut }), text }))
  return `${JSON.stringify({ clarionSnippets: VERSION, snippets: entries }, null, 2)}\n`
}

/** Reads an exported file and reports the entries that are invalid. Existing snippets never change: a new one with the same name gets a number. */
export function readSnippetFile(file: string, existing: readonly SnippetFields[]): ImportedSnippets {
  if (file.length > MAX_FILE_LENGTH)
    return { ok: false, problem: text('snippets.file.tooLarge', { megabytes: MAX_FILE_LENGTH / 1_000_000 }) }
  const entries = entriesOf(file)
  if (typeof entries === 'string') return { ok: false, problem: entries }
  if (entries.length > MAX_SNIPPETS) {
    return { ok: false, problem: text('snippets.file.tooMany', { count: entries.length, limit: MAX_SNIPPETS }) }
  }
  const read: SnippetFields[] = []
  const leftOut: SkippedEntry[] = []
  for (const [index, entry] of entries.entries()) {
    const snippet = snippetOf(entry)
    if (typeof snippet === 'string')
      leftOut.push({ name: nameIn(entry) ?? text('snippets.file.entry', { position: index + 1 }), why: snippet })
    else read.push(snippet)
  }
  return { ok: true, ...makeUnique(read, existing), leftOut }
}

/** Why a snippet is invalid, as a predicate ("has no name"); null when it is valid. */
export function snippetProblem({ name, shortcut, text: content }: SnippetFields): string | null {
  if (!hasVisibleText(name)) return text('snippets.problem.noName')
  if (name.length > MAX_SNIPPET_LENGTHS.name) {
    return text('snippets.problem.longName', { limit: MAX_SNIPPET_LENGTHS.name })
  }
  if (!hasVisibleText(content)) return text('snippets.problem.noText')
  if (content.length > MAX_SNIPPET_LENGTHS.text) {
    return text('snippets.problem.longText', { limit: MAX_SNIPPET_LENGTHS.text })
  }
  if (shortcut.length > MAX_SNIPPET_LENGTHS.shortcut || /\s/.test(shortcut)) {
    return text('snippets.problem.badShortcut', { limit: MAX_SNIPPET_LENGTHS.shortcut })
  }
  return null
}

/** The entries of the file, or the reason why there are none. */
function entriesOf(file: string): readonly unknown[] | string {
  let read: unknown
  try {
    // Some editors write a byte order mark.
    read = JSON.parse(file.replace(/^\uFEFF/, ''))
  } catch {
    return text('snippets.file.notJson')
  }
  const list = Array.isArray(read) ? read : (read as { readonly snippets?: unknown } | null)?.snippets
  return Array.isArray(list) && list.length > 0 ? list : text('snippets.file.noSnippets')
}

function snippetOf(entry: unknown): SnippetFields | string {
  const { name, shortcut = '', text: content } = (entry ?? {}) as Record<string, unknown>
  if (typeof name !== 'string') return text('snippets.problem.noName')
  if (typeof content !== 'string') return text('snippets.problem.noText')
  if (typeof shortcut !== 'string') return text('snippets.problem.shortcutNotText')
  const snippet = { name: name.trim(), shortcut: shortcut.trim(), text: content.replaceAll(/\r\n?/g, '\n') }
  return snippetProblem(snippet) ?? snippet
}

/** The quoted name of an invalid entry, cut to the allowed length; null when it has none. */
function nameIn(entry: unknown): string | null {
  const name = (entry as { readonly name?: unknown } | null)?.name
  if (typeof name !== 'string' || name.trim() === '') return null
  const shown = harmlessLine(name).trim()
  const isLong = shown.length > MAX_SNIPPET_LENGTHS.name
  return text('snippets.file.quotedName', { name: isLong ? `${shown.slice(0, MAX_SNIPPET_LENGTHS.name)}…` : shown })
}

/** Gives each snippet a unique name and drops a shortcut that is in use. Identical snippets are only counted. */
function makeUnique(
  read: readonly SnippetFields[],
  existing: readonly SnippetFields[],
): { readonly added: readonly SnippetFields[]; readonly alreadyThere: number; readonly changed: number } {
  const added: SnippetFields[] = []
  let alreadyThere = 0
  let changed = 0
  for (const snippet of read) {
    const others = [...existing, ...added]
    if (others.some((other) => other.name === snippet.name && other.text === snippet.text)) {
      alreadyThere += 1
      continue
    }
    const name = freeName(snippet.name, others)
    const isTaken = others.some((other) => isSameShortcut(other.shortcut, snippet.shortcut))
    const unique = { ...snippet, name, shortcut: isTaken ? '' : snippet.shortcut }
    if (unique.name !== snippet.name || unique.shortcut !== snippet.shortcut) changed += 1
    added.push(unique)
  }
  return { added, alreadyThere, changed }
}

export function isSameShortcut(a: string, b: string): boolean {
  return a !== '' && a.toLowerCase() === b.toLowerCase()
}

function freeName(name: string, others: readonly SnippetFields[]): string {
  let free = name
  for (let number = 2; others.some((other) => other.name === free); number++) {
    const tail = ` (${number})`
    free = name.slice(0, MAX_SNIPPET_LENGTHS.name - tail.length) + tail
  }
  return free
}
