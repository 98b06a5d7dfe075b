import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takeOldFiles } from '../../../electron/carry-over/old-files.ts'

const DATABASE = join('IndexedDB', 'app_clarion_0.indexeddb.leveldb', 'CURRENT')
const SETTINGS = join('Local Storage', 'leveldb', 'CURRENT')
const PLACE = join('Session Storage', 'CURRENT')

let profile: string
let folder: string
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'clarion-old-'))
  folder = join(profile, 'Partitions', 'unsealed')
})
afterEach(() => rmSync(profile, { recursive: true }))

function put(root: string, ...names: readonly string[]): void {
  for (const name of names) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), name)
  }
}

/** The files, or an error when there are none. */
function take() {
  const files = takeOldFiles(profile, () => 1)
  if (files === null || files === 'stuck') throw new Error(`there are no old files: ${String(files)}`)
  return files
}

describe('takeOldFiles', () => {
  it('leaves a new profile as it is', () => {
    put(profile, SETTINGS, join('Partitions', 'sealed', DATABASE))
    expect(takeOldFiles(profile, () => 1)).toBeNull()
    expect(readdirSync(profile).toSorted()).toEqual(['Local Storage', 'Partitions'])
    expect(readdirSync(join(profile, 'Partitions'))).toEqual(['sealed'])
  })

  it('moves databases and settings to where they are read, and deletes what else held customer data', () => {
    put(profile, DATABASE, SETTINGS, PLACE)
    take()
    expect(readdirSync(profile)).toEqual(['Partitions'])
    for (const name of [DATABASE, SETTINGS]) expect(readFileSync(join(folder, name), 'utf8')).toBe(name)
    expect(existsSync(join(folder, PLACE))).toBe(false)
  })

  it('goes on after a move that was interrupted before the databases', () => {
    put(profile, DATABASE)
    put(folder, SETTINGS)
    take()
    expect(readdirSync(profile)).toEqual(['Partitions'])
    for (const name of [DATABASE, SETTINGS]) expect(existsSync(join(folder, name))).toBe(true)
  })

  it('keeps the id and what is done until the end', () => {
    put(profile, DATABASE)
    const { id, ...files } = take()
    files.finish(['clarion-1'])
    files.finish(['clarion-2', 'clarion-1'])
    const again = take()
    expect(again.id).toBe(id)
    expect(again.done()).toEqual(['clarion-1', 'clarion-2'])
  })

  it('deletes everything at the end', () => {
    put(profile, DATABASE, SETTINGS)
    take().remove()
    expect(existsSync(folder)).toBe(false)
    expect(takeOldFiles(profile, () => 1)).toBeNull()
  })

  it('never reads again what is over, when a part of it could not be deleted', () => {
    put(profile, DATABASE)
    const files = take()
    files.remove()
    put(folder, DATABASE)
    writeFileSync(join(folder, 'carry-over.json'), JSON.stringify({ v: 1, id: files.id, done: [], isOver: true }))
    expect(takeOldFiles(profile, () => 1)).toBeNull()
    expect(existsSync(folder)).toBe(false)
  })

  it('gives another id to what an earlier version writes afterwards', () => {
    put(profile, DATABASE)
    const first = take()
    first.remove()
    put(profile, DATABASE)
    expect(take().id).not.toBe(first.id)
  })

  it('reads databases whose file about them is lost', () => {
    put(folder, DATABASE)
    expect(take()).toMatchObject({ id: 'unknown' })
  })

  it('moves an entry aside that keeps the databases from opening', () => {
    put(profile, DATABASE)
    mkdirSync(join(profile, dirname(DATABASE), 'LOCK'))
    take()
    expect(readdirSync(join(folder, dirname(DATABASE))).toSorted()).toEqual(['CURRENT', 'LOCK.damaged-1'])
  })

  it('says so when the files cannot be moved', () => {
    put(profile, DATABASE)
    writeFileSync(join(profile, 'Partitions'), 'a file')
    expect(takeOldFiles(profile, () => 1)).toBe('stuck')
    expect(existsSync(join(profile, DATABASE))).toBe(true)
  })
})
