import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { ROOMS } from './rooms.ts'

/** Files that alone may name a package, a part of one or a call. */
const SOLE_USERS: Readonly<Record<string, string>> = {
  ipcMain: 'electron/ipc.ts',
  ipcRenderer: 'electron/preload.ts',
  // One place creates windows, with the preferences that make a page safe.
  'new BrowserWindow': 'electron/window.ts',
  // One place opens what a message names, after a dialog.
  openExternal: 'electron/shell/link-dialog.ts',
}

/** What a component must not import, though its room may import the rest of `db`. */
const TABLES = ['src/db/database.ts', 'src/db/cache.ts']

const root = fileURLToPath(new URL('..', import.meta.url))
const files = ['src', 'electron'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => /\.tsx?$/.test(name)),
)

/** The most files that a folder holds, its subfolders not counted. */
const MAX_FILES = 24
const UNLIMITED = ['src/db', 'src/ui']
const MAX_FILES_IN_ELECTRON = 10

type Import = { readonly target: string; readonly isType: boolean }

function roomOf(file: string): string | undefined {
  return Object.keys(ROOMS)
    .filter((room) => file === room || file.startsWith(`${room}/`))
    .toSorted((one, other) => other.length - one.length)[0]
}

function importsOf(file: string): readonly Import[] {
  const source = readFileSync(join(root, file), 'utf8')
  const found = source.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|(?:^|\n)import\s+'([^']+)'/g,
  )
  return [...found].map((match) => ({ target: match[2] ?? match[3] ?? match[4] ?? '', isType: match[1] !== undefined }))
}

function fileOf(importer: string, target: string): string {
  return relative(root, resolve(root, dirname(importer), target))
}

function forbiddenImportsOf(file: string): readonly string[] {
  const room = roomOf(file)
  if (room === undefined) return [`${file} is in no room`]
  const allowed = ROOMS[room]
  return importsOf(file).flatMap(({ target, isType }) => {
    if (!target.startsWith('.')) {
      const name = target
        .split('/')
        .slice(0, target.startsWith('@') ? 2 : 1)
        .join('/')
      const isNode = target.startsWith('node:') && room.startsWith('electron')
      return isNode || allowed?.packages.includes(name) === true ? [] : [`${file} → package ${target}`]
    }
    const to = fileOf(file, target)
    const isOwn = roomOf(to) === room
    const isAllowed = allowed?.rooms.some((other) => to === other || to.startsWith(`${other}/`)) === true
    if (!isOwn && !isAllowed && !to.endsWith('.css')) return [`${file} → ${to}`]
    const isPane = allowed?.packages.includes('dexie-react-hooks') === true && file !== 'src/app.tsx'
    return isPane && !isType && TABLES.includes(to) ? [`${file} → ${to} (a pane reads no table)`] : []
  })
}

/** The files on a circle of imports, or between two circles: what is left without those that import nothing left, or that nothing left imports. */
function circlesIn(importsByFile: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const left = new Map(importsByFile)
  for (let before = -1; before !== left.size;) {
    before = left.size
    const imported = new Set([...left.values()].flat())
    for (const [file, targets] of left)
      if (!imported.has(file) || !targets.some((target) => left.has(target))) left.delete(file)
  }
  return [...left.keys()]
}

function importedFilesOf(file: string): readonly string[] {
  return importsOf(file).flatMap(({ target }) => (target.startsWith('.') ? [fileOf(file, target)] : []))
}

describe('the architecture', () => {
  it('has files to judge', () => {
    expect(files.length).toBeGreaterThan(40)
    expect(files.flatMap(importsOf).length).toBeGreaterThan(100)
  })

  it('allows every import', () => {
    expect(files.flatMap(forbiddenImportsOf)).toEqual([])
  })

  it('finds a circle of imports', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['b', 'd']],
      ['d', []],
    ])
    expect(circlesIn(graph)).toEqual(['b', 'c'])
  })

  it('has no circle of imports, types included', () => {
    expect(circlesIn(new Map(files.map((file) => [file, importedFilesOf(file)])))).toEqual([])
  })

  it('has folders of a size that can be read', () => {
    const tooLarge = [...new Set(files.map((file) => dirname(file)))].flatMap((folder) => {
      const count = files.filter((file) => dirname(file) === folder).length
      const max = folder === 'electron' ? MAX_FILES_IN_ELECTRON : UNLIMITED.includes(folder) ? Infinity : MAX_FILES
      return count > max ? [`${folder}: ${count} files`] : []
    })
    expect(tooLarge).toEqual([])
  })

  it.each(Object.entries(SOLE_USERS))('%s occurs in %s alone', (word, only) => {
    const users = files.filter((file) =>
      new RegExp(`\\b${word}\\b`).test(withoutComments(readFileSync(join(root, file), 'utf8'))),
    )
    expect(users).toEqual([only])
  })

  it('numbers, times and dates become text in the formats of the system, by one module', () => {
    const formats = 'DateTimeFormat|NumberFormat|RelativeTimeFormat|DurationFormat'
    // A list or a plural goes with the language of the text, which then has to be named.
    const ofText = 'ListFormat|PluralRules|DisplayNames'
    const bare = new RegExp(
      `\\.toLocale\\w*\\(|\\bIntl\\.(?:${formats})\\(|\\bIntl\\.(?:${ofText})\\((?:\\)|undefined)`,
    )
    // The names that a user may type are those of a language, not of the system.
    const mine = [
      'src/shared/region/calendar-names.ts',
      'src/shared/region/locale.ts',
      'src/shared/region/regional-formats.ts',
    ]
    const users = files.filter((file) => bare.test(withoutComments(readFileSync(join(root, file), 'utf8'))))
    expect(users).toEqual(mine)
  })

  it('no folder has a name that says nothing', () => {
    const bad = /(^|\/)(lib|utils?|helpers?|common|services|hooks|components|types)(\/|\.tsx?$)/
    expect(files.filter((file) => bad.test(file))).toEqual([])
    expect(files.filter((file) => /\/index\.tsx?$/.test(file))).toEqual([])
  })
})

function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '')
}
