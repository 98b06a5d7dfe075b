import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { claimProfile, findProfileProblem, lockHolder } from '../../../electron/storage/profile-check.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clarion-check-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const now = (): number => 7

describe('findProfileProblem', () => {
  it('gives null for a writable folder, creates a missing one and leaves no file in it', () => {
    const deeper = join(folder, 'a', 'b')
    expect(findProfileProblem(deeper)).toBeNull()
    expect(readdirSync(deeper)).toEqual([])
  })

  it.each([
    ['EROFS', 'read-only'],
    ['EACCES', 'can’t write'],
    ['EPERM', 'can’t write'],
    ['ENOTDIR', 'a file has it'],
    ['EEXIST', 'a file has it'],
    ['ENOSPC', 'disk is full'],
    ['EDQUOT', 'quota is used up'],
    ['EIO', '(EIO)'],
    ['ELOOP', '(ELOOP)'],
    ['ENAMETOOLONG', '(ENAMETOOLONG)'],
  ])('gives the reason and the path for %s', (code, text) => {
    const problem = findProfileProblem(folder, () => {
      throw Object.assign(new Error(code), { code })
    })
    expect(problem?.path).toBe(folder)
    expect(problem?.reason()).toContain(text)
  })

  it.each([
    ['a file', (path: string) => writeFileSync(path, '')],
    ['a link to nowhere', (path: string) => symlinkSync('/nowhere/at/all', path)],
    ['a link to itself', (path: string) => symlinkSync(path, path)],
  ])('gives a problem when %s has the name of the folder', (_, put) => {
    const path = join(folder, 'profile')
    put(path)
    expect(findProfileProblem(path)).toMatchObject({ path })
  })
})

describe('claimProfile', () => {
  it('gives ours when the lock is free', () => {
    expect(claimProfile(folder, () => true, now)).toBe('ours')
  })

  it('gives running and changes nothing when another process has the lock', () => {
    symlinkSync('somewhere-1', join(folder, 'SingletonCookie'))
    expect(claimProfile(folder, () => false, now)).toBe('running')
    expect(readdirSync(folder)).toEqual(['SingletonCookie'])
  })

  it.each(['SingletonLock', 'SingletonSocket', 'SingletonCookie'])(
    'gives ours after it moves a file or folder named %s aside',
    (name) => {
      mkdirSync(join(folder, name, 'full'), { recursive: true })
      const lock = (): boolean => !existsSync(join(folder, name))
      expect(claimProfile(folder, lock, now)).toBe('ours')
      expect(lstatSync(join(folder, `${name}.damaged-7`)).isDirectory()).toBe(true)
    },
  )

  it('does not take the lock when the folder is not writable', () => {
    const path = join(folder, 'file')
    writeFileSync(path, '')
    let attempts = 0
    expect(claimProfile(path, () => (attempts += 1) > 0, now)).toMatchObject({ path })
    expect(attempts).toBe(0)
  })

  it.each([
    [null, 'running'],
    ['desk-12', 'running'],
    ['desk-with-dashes-12', 'another computer (desk-with-dashes)'],
    ['other-12', 'another computer (other)'],
  ])('maps the lock %j to %j', (target, expected) => {
    const claim = lockHolder(target, 'desk', '/p')
    if (typeof claim === 'string') return expect(claim).toBe(expected)
    expect(claim.path).toBe('/p')
    expect(claim.reason()).toContain(expected)
  })
})
