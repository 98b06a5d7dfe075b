import { createHash } from 'node:crypto'
import {
  appendFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ensureContent, readExpectedFiles, whyRuntimeDiffers } from '../../scripts/runtime-files.mjs'

const FILES = { electron: 'program', 'lib/one.so': 'library' }
const SHIM = 'resources/app/main.js'
const HOUR_MS = 3_600_000
const NOW = Date.UTC(2026, 10, 27, 12)

let root: string
let folder: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'clarion-runtime-'))
  folder = join(root, 'electron')
  for (const [path, content] of Object.entries({ ...FILES, [SHIM]: 'shim' })) write(path, content)
})
afterEach(() => rmSync(root, { recursive: true }))

const at = (path: string): string => join(folder, path)
function write(path: string, content: string): void {
  mkdirSync(dirname(at(path)), { recursive: true })
  writeFileSync(at(path), content)
}

const lines = Object.entries(FILES).map(([path, content]) => {
  const hash = createHash('sha256').update(content).digest('hex')
  return `${hash} ${content.length} ${path}\n`
})
const expected = new Map([...readExpectedFiles(lines.join('')), [SHIM, null] as const])
const why = (now = NOW) => whyRuntimeDiffers(folder, { expected, noteFile: join(root, 'checked.json'), now })

/** Changes a file and restores its size and modification time. */
function flipByte(path: string, content: string): void {
  const { atime, mtime } = lstatSync(at(path))
  writeFileSync(at(path), content)
  utimesSync(at(path), atime, mtime)
}

describe.each([
  ['before the first check', false],
  ['after a check', true],
])('whyRuntimeDiffers %s', (_, isChecked) => {
  beforeEach(async () => {
    if (isChecked) expect(await why()).toBeNull()
  })

  it('accepts the installed files, also with the shim of another checkout', async () => {
    expect(await why()).toBeNull()
    write(SHIM, 'another shim')
    expect(await why()).toBeNull()
  })

  it.each([
    ['a flipped byte', () => flipByte('lib/one.so', 'librarz'), 'lib/one.so has other content'],
    ['a longer file', () => appendFileSync(at('electron'), '!'), 'electron has another size'],
    ['a missing file', () => rmSync(at('lib/one.so')), 'lib/one.so is missing'],
    ['a missing shim', () => rmSync(at(SHIM)), `${SHIM} is missing`],
    ['a file beside the shim', () => write('resources/app/extra.js', ''), 'resources/app/extra.js is not part of it'],
    ['an app archive', () => write('resources/app.asar', ''), 'resources/app.asar is not part of it'],
    ['a link to an equal file', () => moveBehindLink('lib/one.so'), 'lib/one.so is not a regular file'],
    ['a link in place of the shim', () => moveBehindLink(SHIM), `${SHIM} is not a regular file`],
    ['a link in place of a folder', () => moveBehindLink('resources/app'), 'resources/app is not part of it'],
  ])('reports %s', async (_change, change, reason) => {
    change()
    expect(await why()).toBe(reason)
    // A failed check must not count as a check.
    expect(await why()).toBe(reason)
  })
})

function moveBehindLink(path: string): void {
  const target = join(root, 'elsewhere')
  renameSync(at(path), target)
  symlinkSync(target, at(path))
}

describe('whyRuntimeDiffers', () => {
  /** Makes the note vouch for changed content, which only a check of the content can find. */
  async function changeBehindTheNote(): Promise<void> {
    await why()
    flipByte('lib/one.so', 'librarz')
    const { mtimeMs, ctimeMs } = lstatSync(at('lib/one.so'))
    const note = JSON.parse(readFileSync(join(root, 'checked.json'), 'utf8')) as { files: Record<string, string> }
    note.files['lib/one.so'] = `${mtimeMs} ${ctimeMs}`
    writeFileSync(join(root, 'checked.json'), JSON.stringify(note))
  }

  it('does not hash untouched files again for a day', async () => {
    await changeBehindTheNote()
    expect(await why(NOW + 23 * HOUR_MS)).toBeNull()
    expect(await why(NOW + 24 * HOUR_MS)).toBe('lib/one.so has other content')
  })

  it('hashes when the clock was set back', async () => {
    await changeBehindTheNote()
    expect(await why(NOW - HOUR_MS)).toBe('lib/one.so has other content')
  })

  it.each(['', '{', 'null', '{"at":"x"}'])('hashes when the note is %j', async (note) => {
    await changeBehindTheNote()
    writeFileSync(join(root, 'checked.json'), note)
    expect(await why()).toBe('lib/one.so has other content')
  })
})

describe('ensureContent', () => {
  it.each(['precious', 'shim'])('replaces a link and leaves its target alone, which contains %s', (content) => {
    const target = join(root, 'target')
    writeFileSync(target, content)
    rmSync(at(SHIM))
    symlinkSync(target, at(SHIM))
    ensureContent(at(SHIM), 'shim')
    expect([readFileSync(target, 'utf8'), readFileSync(at(SHIM), 'utf8')]).toEqual([content, 'shim'])
    expect(lstatSync(at(SHIM)).isSymbolicLink()).toBe(false)
  })

  it('leaves a file with the same content untouched and creates a missing one', () => {
    const { ino } = lstatSync(at(SHIM))
    ensureContent(at(SHIM), 'shim')
    expect(lstatSync(at(SHIM)).ino).toBe(ino)
    ensureContent(at('new.js'), 'new')
    expect(existsSync(at('new.js'))).toBe(true)
  })
})

describe('readExpectedFiles', () => {
  it('reads the committed list, which has the program and no app', () => {
    const paths = [...readExpectedFiles(readFileSync('scripts/fallback-files.txt', 'utf8')).keys()]
    expect(paths).toEqual(expect.arrayContaining(['electron', 'resources.pak', 'LICENSES.chromium.html']))
    expect(paths.filter((path) => path.startsWith('resources/'))).toEqual([])
  })

  it('refuses a line that is not in the format', () => {
    expect(() => readExpectedFiles('abc 1 electron\n')).toThrow('Not a line')
  })
})
