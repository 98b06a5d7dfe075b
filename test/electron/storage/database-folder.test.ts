import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { tidyDatabases } from '../../../electron/storage/database-folder.ts'

const LEVELDB = 'app_clarion_0.indexeddb.leveldb'
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clarion-idb-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function fill(): void {
  mkdirSync(join(folder, 'IndexedDB', LEVELDB), { recursive: true })
  for (const name of ['CURRENT', 'LOCK', 'LOG', 'MANIFEST-000001', '000003.log', '000005.ldb']) {
    writeFileSync(join(folder, 'IndexedDB', LEVELDB, name), '')
  }
}

const all = (): readonly string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()
const tidy = (): number => tidyDatabases(folder, () => 7)

it('tidyDatabases leaves an intact database unchanged', () => {
  fill()
  const before = all()
  expect(tidy()).toBe(0)
  expect(all()).toEqual(before)
})

it('tidyDatabases does nothing when there is no database', () => {
  expect(tidy()).toBe(0)
  expect(all()).toEqual([])
})

it.each(['CURRENT', 'LOCK', 'LOG', 'MANIFEST-000001', '000003.log', '000005.ldb'])(
  'tidyDatabases moves only a folder with the name of %s aside',
  (name) => {
    fill()
    rmSync(join(folder, 'IndexedDB', LEVELDB, name))
    mkdirSync(join(folder, 'IndexedDB', LEVELDB, name, 'full'), { recursive: true })
    expect(tidy()).toBe(1)
    const names = readdirSync(join(folder, 'IndexedDB', LEVELDB))
    expect(names).toContain(`${name}.damaged-7`)
    expect(names).not.toContain(name)
    expect(names).toHaveLength(6)
    expect(tidy()).toBe(0)
  },
)

it.each(['IndexedDB', join('IndexedDB', LEVELDB)])('tidyDatabases moves a file with the name of %s aside', (path) => {
  fill()
  rmSync(join(folder, path), { recursive: true })
  writeFileSync(join(folder, path), '')
  expect(tidy()).toBe(1)
  expect(all()).toContain(`${path}.damaged-7`)
  expect(all()).not.toContain(path)
})
