import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { findLiterals, parseFile, typeValuesOf } from './find-literals.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
/** The catalogues, and the sandbox, which plays the server. */
const WITHOUT_TEXTS = ['src/strings/', 'electron/strings/', 'electron/sandbox/']

describe('texts in the code', () => {
  it('are all in the catalogues', { timeout: 60_000 }, () => {
    const files = ['src', 'electron'].flatMap(readFolder)
    const typeValues = new Set(files.flatMap(({ parsed }) => typeValuesOf(parsed)))
    const found = files.flatMap(({ name, parsed }) =>
      findLiterals(parsed, typeValues).map(({ line, text }) => `${name}:${line} ${text}`),
    )
    expect(found).toEqual([])
  })
})

function readFolder(folder: string) {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((name) => /\.tsx?$/.test(name) && !WITHOUT_TEXTS.some((start) => name.startsWith(start)))
    .map((name) => ({ name, parsed: parseFile(name, readFileSync(join(root, name), 'utf8')) }))
}

const REPORTED: readonly (readonly [code: string, ...texts: string[]])[] = [
  // Text between tags, and what an expression there shows.
  ['<p>or</p>', 'or'],
  ['<p>You’re offline. {next}</p>', 'You’re offline.'],
  ["<p>{isOn ? 'on' : 'off'}</p>", 'on', 'off'],
  ["<p>{isOn && 'on'}</p>", 'on'],
  ['<p>{`${count} new`}</p>', 'new'],
  ['<>{count} new</>', 'new'],
  // Attributes and properties that are shown or spoken.
  ['<a aria-label="close" />', 'close'],
  ["<a title={isOn ? 'on' : text('inbox.off')} />", 'on'],
  ['<a placeholder={`search ${name}`} />', 'search'],
  ['<Part name="Held back" />', 'Held back'],
  ["const entry = { label: 'close', icon }", 'close'],
  ["const entry = { title: 'API key' } as const", 'API key'],
  // Labels and sentences anywhere else.
  ["const label = 'Draft'", 'Draft'],
  ["const key = 'API key needed'", 'API key needed'],
  ["const menu = ['&File', '“Quoted” text']", '&File', '“Quoted” text'],
  ["const mail = isOn ? 'Sent.' : fallback ?? 'Not sent'", 'Sent.', 'Not sent'],
  ["showToast('Couldn’t save')", 'Couldn’t save'],
  ["const sum = count + ' not sent'", 'not sent'],
  ['const sum = `${count} to send`', 'to send'],
  ['const sum = `Copied: ${name}. Try again`', 'Copied:', '. Try again'],
  ["const hints = { j: 'next, previous' }", 'next, previous'],
  ["labels.set(id, 'Retry now')", 'Retry now'],
  ["log.info('saved', { shown: showToast('Not sent') }); showToast('Not sent')", 'Not sent'],
  ["const labels = new Map([['open', 'Open']])", 'Open'],
  // A type does not make a label a value.
  ["type Act = 'Open' | 'close'; const acts = { open: 'Open', shown: { label: 'close' } }", 'Open', 'close'],
  // Pages of HTML.
  [
    'const page = `<p>${text} Try again.</p><nav aria-label="Help"><a href="${url}">Reload</a>`',
    'Try again.',
    'Help',
    'Reload',
  ],
]

const NOT_REPORTED: readonly string[] = [
  // Texts from a catalogue, and their ids.
  "<p title={text('inbox.title')}>{text('inbox.text', { count })} · {name}</p>",
  "const entry = { title: 'inbox.empty.title', label: text('inbox.label') }",
  // Types, and the values that they allow.
  "type Status = 'Open' | 'Resolved'; const status = value as 'Open'; function is(x: 'Open'): x is 'Open' { return true }",
  "type Act = 'send now'; const acts: readonly Act[] = ['send now']",
  // Comparisons, and the names of parts of the language.
  "if (event.key === 'Unknown' || name !== 'Draft') run()",
  "switch (key) { case 'Draft': run() }",
  "if (message.startsWith('Failed to fetch') || row['Some name']) run()",
  "import { a } from 'Some module'; export * from 'Some module'; const b = await import('Some module')",
  "const entry = { 'Some key': 1 }; const entries = new Map([['Some key', 1]])",
  // For developers and the log.
  "throw new Error('The row is gone')",
  'throw new RangeError(`Not a number: ${value}`)',
  "class Lost extends Error { constructor() { super('the row is gone') } }",
  "invariant(row !== null, 'Every row has an id')",
  "console.error('Something broke'); log('Not saved'); this.log.warn('Not saved')",
  "const failure = { kind: 'unreadable', why: 'the reply is not JSON' }",
  '<Guarded part="conversation row" />',
  "const REDO: Undo = { why: 'Run it again.' }; const command = { undo: { why: 'Choose another one.' } }",
  // Names.
  "const keys = ['Enter', 'Escape', 'Tab', 'Alt', 'ArrowUp', 'PageDown']",
  "const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json', vary: 'Accept-Language' }",
  "const scripts = ['Thai', 'New_Tai_Lue']",
  "const filters = [{ name: 'JSON' }, { name: 'Markdown' }]",
  '<h1>Clarion</h1>',
  '<a placeholder="https://api.example.com" />',
  // Class names, drawings and style sheets.
  '<path className="truncate rounded border" d="M Aa b" style={{ font: "Segoe UI" }} />',
  "const name = classNames('flex truncate', isOn && 'bg-accent')",
  "const style = `body { font: 'Segoe UI' } a { color: red }`",
  "const selector = 'input, textarea, [contenteditable], [role=menu]'",
  '<code>{`{{first_name|${fallback}}}`}{"{{cursor}}"}</code>',
  // Code in other languages, words that the user types, and ids.
  "const replaced = value.replace(/x/, 'end of $1')",
  "const units = named([['m min minute minutes', 60]]); const titles = setOf('mr mrs'); 'Mon Tue'.split(' ')",
  'const forms = `\\n  inc llc ltd\\n  gmbh kg`',
  'const id = `${name} list`; const lock = `outbox ${id}`',
]

describe('a literal', () => {
  it.each(REPORTED)('%s is reported', (code, ...texts) => {
    expect(find(code)).toEqual(texts)
  })

  it.each(NOT_REPORTED)('%s is not reported', (code) => {
    expect(find(code)).toEqual([])
  })
})

function find(code: string): readonly string[] {
  const parsed = parseFile('snippet.tsx', code)
  return findLiterals(parsed, new Set(typeValuesOf(parsed))).map(({ text }) => text)
}
