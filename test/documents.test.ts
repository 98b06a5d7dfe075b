import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')

const isDocument = (name: string): boolean => name.endsWith('.md')
const ROOT_DOCUMENTS = readdirSync(ROOT).filter(isDocument)
const DOCS = readdirSync(join(ROOT, 'docs'), { encoding: 'utf8', recursive: true })
  .filter(isDocument)
  .map((name) => `docs/${name.replaceAll('\\', '/')}`)

const FOLDERS = ['electron', 'src', 'test', 'scripts', 'resources', 'docs']
const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { encoding: 'utf8', recursive: true }).map(
    (name) => `/${folder}/${name.replaceAll('\\', '/')}`,
  ),
)

const read = (document: string): string => readFileSync(join(ROOT, document), 'utf8')

/** `electron/main.ts`, between backticks. A name with `*` or `<id>` stands for several files and is not checked. */
const FULL_PATH = new RegExp(`\`((?:${FOLDERS.join('|')})/[\\w./{},-]+\\.\\w+)\``, 'g')
/** `door.ts` or `thread/composer.tsx`: a source file without its whole path. */
const SOURCE_FILE = /`([\w./{},-]+\.(?:tsx?|mjs|cjs|css))`/g

/** `src/{view,main}.ts` names two files. */
function expandBraces(path: string): readonly string[] {
  const [, before = '', names, after = ''] = /^([^{]*)\{([^}]*)\}(.*)$/.exec(path) ?? []
  return names === undefined ? [path] : names.split(',').flatMap((name) => expandBraces(before + name + after))
}

function namesIn(document: string, pattern: RegExp): readonly string[] {
  return [...read(document).matchAll(pattern)].flatMap(([, name = '']) => expandBraces(name))
}

it.each([...ROOT_DOCUMENTS, ...DOCS])('%s names only files that exist', (document) => {
  expect(namesIn(document, FULL_PATH).filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
  const missing = namesIn(document, SOURCE_FILE).filter((name) => !FILES.some((file) => file.endsWith(`/${name}`)))
  expect(missing).toEqual([])
})

it('docs/architecture.md names every room, in fewer than 950 words', () => {
  const text = read('docs/architecture.md')
  const foldersIn = (parent: string): readonly string[] =>
    readdirSync(join(ROOT, parent), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${parent}/${name}/`)
  const rooms = ['src', 'electron'].flatMap(foldersIn)
  expect(rooms.length).toBeGreaterThan(20)
  expect(rooms.filter((room) => !text.includes(`\`${room}\``))).toEqual([])
  expect(text.match(/[\p{L}\p{N}][\p{L}\p{N}.'’/-]*/gu)?.length).toBeLessThan(950)
})

it.each([...ROOT_DOCUMENTS, ...DOCS])('%s links only to files that exist', (document) => {
  const links = /(?:\]\(|src(?:set)?=")(?!\w+:)([^)"#\s]+)(?:#[^)"]*)?[)"]/g
  const targets = [...read(document).matchAll(links)].map(([, target = '']) => target)
  expect(targets.filter((target) => !existsSync(join(ROOT, dirname(document), target)))).toEqual([])
})

const PICTURES = readdirSync(join(ROOT, 'docs', 'pictures'))

it.each(PICTURES)('a document shows docs/pictures/%s', (picture) => {
  const shown = [...ROOT_DOCUMENTS, ...DOCS].filter((document) =>
    new RegExp(`(?:\\]\\(|src(?:set)?=")[\\w./-]*pictures/${picture}`).test(read(document)),
  )
  expect(shown).not.toEqual([])
})
