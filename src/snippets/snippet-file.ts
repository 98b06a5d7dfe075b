import type { Snippet } from '../db/snippets.ts'
import { writeNumber } from '../shared/region/locale.ts'
import { hasVisibleText } from '../shared/text/visible-text.ts'
import { harmlessLine } from '../words/harmless-text.ts'

/** What a snippet may be, wherever it comes from. */
export const MAX_SNIPPET_LENGTHS = { name: 80, shortcut: 30, text: 10_000 }
/** A file of more is no file of snippets: characters, entries. */
const MAX_FILE = 2_000_000
const MAX_SNIPPETS = 1_000
const VERSION = 1

export type SnippetFields = Pick<Snippet, 'name' | 'shortcut' | 'text'>

/** The name as the file has it, or the place in the file of one that has none: "Entry 2". */
export type LeftOut = { readonly name: string; readonly why: string }

export type ImportedSnippets =
  | {
      readonly ok: true
      /** To be added, with names and shortcuts that nothing has yet. */
      readonly added: readonly SnippetFields[]
      readonly alreadyThere: number
      /** A name got a number, or a shortcut was dropped. */
      readonly changed: number
      /** Those that will not do, each with its reason. */
      readonly leftOut: readonly LeftOut[]
    }
  | { readonly ok: false; readonly problem: string }

/** A file that readSnippetFile reads back as it was. */
export function writeSnippetFile(snippets: readonly SnippetFields[]): string {
  const plain = snippets.map(({ name, shortcut, text }) => ({ name, ...(shortcut === '' ? {} : { shortcut }), text }))
  return `${JSON.stringify({ clarionSnippets: VERSION, snippets: plain }, null, 2)}\n`
}

/** Reads a file of snippets: the good ones of it, and why not the others. What is there already is never changed: a second of its name gets a number. */
export function readSnippetFile(file: string, there: readonly SnippetFields[]): ImportedSnippets {
  if (file.length > MAX_FILE) return { ok: false, problem: 'The file is too large: the limit is 2 MB' }
  const entries = entriesOf(file)
  if (typeof entries === 'string') return { ok: false, problem: entries }
  if (entries.length > MAX_SNIPPETS) {
    return { ok: false, problem: `The file has ${writeNumber(entries.length)} snippets: the limit is 1,000` }
  }
  const read: SnippetFields[] = []
  const leftOut: LeftOut[] = []
  for (const [index, entry] of entries.entries()) {
    const snippet = snippetOf(entry)
    if (typeof snippet === 'string') leftOut.push({ name: nameIn(entry) ?? `Entry ${index + 1}`, why: snippet })
    else read.push(snippet)
  }
  return { ok: true, ...fitIn(read, there), leftOut }
}

/** What will not do about a name, text or shortcut; null when all is well. */
export function snippetProblem({ name, shortcut, text }: SnippetFields): string | null {
  if (!hasVisibleText(name)) return 'has no name'
  if (name.length > MAX_SNIPPET_LENGTHS.name) return `has a name longer than ${MAX_SNIPPET_LENGTHS.name} characters`
  if (!hasVisibleText(text)) return 'has no text'
  if (text.length > MAX_SNIPPET_LENGTHS.text)
    return `is longer than ${writeNumber(MAX_SNIPPET_LENGTHS.text)} characters`
  if (shortcut.length > MAX_SNIPPET_LENGTHS.shortcut || /\s/.test(shortcut)) {
    return `has a shortcut with spaces or more than ${MAX_SNIPPET_LENGTHS.shortcut} characters`
  }
  return null
}

/** The list in the file, or why there is none. */
function entriesOf(file: string): readonly unknown[] | string {
  let read: unknown
  try {
    // Some editors begin a file with a mark of its encoding.
    read = JSON.parse(file.replace(/^\uFEFF/, ''))
  } catch {
    return 'This isn’t a JSON file'
  }
  const list = Array.isArray(read) ? read : (read as { readonly snippets?: unknown } | null)?.snippets
  if (!Array.isArray(list)) return 'There are no snippets in this file'
  return list.length === 0 ? 'There are no snippets in this file' : list
}

function snippetOf(entry: unknown): SnippetFields | string {
  const { name, shortcut = '', text } = (entry ?? {}) as Record<string, unknown>
  if (typeof name !== 'string') return 'has no name'
  if (typeof text !== 'string') return 'has no text'
  if (typeof shortcut !== 'string') return 'has a shortcut that isn’t text'
  const snippet = { name: name.trim(), shortcut: shortcut.trim(), text: text.replaceAll(/\r\n?/g, '\n') }
  return snippetProblem(snippet) ?? snippet
}

/** What to call an entry that will not do: short, whatever is wrong with it; null for one without a name. */
function nameIn(entry: unknown): string | null {
  const name = (entry as { readonly name?: unknown } | null)?.name
  if (typeof name !== 'string' || name.trim() === '') return null
  const words = harmlessLine(name).trim()
  return `“${words.length > MAX_SNIPPET_LENGTHS.name ? `${words.slice(0, MAX_SNIPPET_LENGTHS.name)}…` : words}”`
}

function fitIn(
  read: readonly SnippetFields[],
  there: readonly SnippetFields[],
): { readonly added: readonly SnippetFields[]; readonly alreadyThere: number; readonly changed: number } {
  const added: SnippetFields[] = []
  let alreadyThere = 0
  let changed = 0
  for (const snippet of read) {
    const others = [...there, ...added]
    if (others.some((other) => other.name === snippet.name && other.text === snippet.text)) {
      alreadyThere += 1
      continue
    }
    const name = freeName(snippet.name, others)
    const isTaken = others.some((other) => isSameShortcut(other.shortcut, snippet.shortcut))
    const fitting = { ...snippet, name, shortcut: isTaken ? '' : snippet.shortcut }
    if (fitting.name !== snippet.name || fitting.shortcut !== snippet.shortcut) changed += 1
    added.push(fitting)
  }
  return { added, alreadyThere, changed }
}

export function isSameShortcut(one: string, other: string): boolean {
  return one !== '' && one.toLowerCase() === other.toLowerCase()
}

function freeName(name: string, others: readonly SnippetFields[]): string {
  let free = name
  for (let number = 2; others.some((other) => other.name === free); number++) {
    const tail = ` (${number})`
    free = name.slice(0, MAX_SNIPPET_LENGTHS.name - tail.length) + tail
  }
  return free
}
