import {
  chmodSync,
  lchownSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeExportFiles, markOf, mayFollow } from '../../../electron/exports/export-file.ts'
import { asPlainUser } from '../plain-user.ts'

const STRANGER = 12_345

let folder: string
let path: string
let target: string
const before = process.umask()
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clarion-export-file-'))
  path = join(folder, 'Ana.csv')
  target = join(folder, 'target')
  process.umask(0o022)
})
afterEach(() => {
  process.umask(before)
  rmSync(folder, { recursive: true })
})

const modeOf = (at: string): number => lstatSync(at).mode & 0o777

async function exportText(ownUser?: () => number | undefined): Promise<void> {
  const file = await makeExportFiles(markOf('/profile'), () => {}, ownUser)(path)
  const parts = readdirSync(folder).filter((name) => name.endsWith('.part'))
  expect(parts.map((name) => modeOf(join(folder, name)))).toEqual([0o600])
  await file.append('after')
  await file.keep()
}

it.each([
  [null, 1_000, false],
  [1_000, 1_000, true],
  [0, 0, true],
  [1_001, 1_000, false],
  [0, 1_000, false],
  [0, undefined, true],
])('a link of user %s is followed by user %s: %s', (owner, ownUser, isFollowed) => {
  expect(mayFollow(owner, ownUser)).toBe(isFollowed)
})

// Windows has no mode bits, and lets only administrators and developers make links.
describe.skipIf(process.platform === 'win32')('an exported file', () => {
  it.each([null, 0o600, 0o644])('is for its owner only, where there was a file of mode %s', async (mode) => {
    if (mode !== null) writeFileSync(path, 'before')
    if (mode !== null) chmodSync(path, mode)
    await exportText()
    expect([readFileSync(path, 'utf8'), modeOf(path), readdirSync(folder)]).toEqual(['after', 0o600, ['Ana.csv']])
  })

  it.each([true, false])('goes through the user’s own link, whose target exists: %s', async (isThere) => {
    if (isThere) writeFileSync(target, 'before')
    symlinkSync('target', path)
    await exportText()
    expect([lstatSync(path).isSymbolicLink(), readFileSync(target, 'utf8'), modeOf(target)]).toEqual([
      true,
      'after',
      0o600,
    ])
  })

  it.each([true, false])('replaces the link of someone else, whose target exists: %s', async (isThere) => {
    if (isThere) writeFileSync(target, 'before')
    symlinkSync('target', path)
    await exportText(() => STRANGER)
    expect([lstatSync(path).isFile(), readFileSync(path, 'utf8'), modeOf(path)]).toEqual([true, 'after', 0o600])
    expect(readdirSync(folder)).toEqual(isThere ? ['Ana.csv', 'target'] : ['Ana.csv'])
    if (isThere) expect(readFileSync(target, 'utf8')).toBe('before')
  })

  it('leaves nothing in a read-only folder', async () => {
    writeFileSync(path, 'before')
    await asPlainUser(folder, async () => {
      chmodSync(folder, 0o500)
      await expect(makeExportFiles(markOf('/profile'), () => {})(path)).rejects.toMatchObject({ code: 'EACCES' })
    })
    chmodSync(folder, 0o700)
    expect([readdirSync(folder), readFileSync(path, 'utf8')]).toEqual([['Ana.csv'], 'before'])
  })

  it('goes through the user’s link up to the link of someone else, and replaces that', async ({ skip }) => {
    if (process.getuid?.() !== 0) return skip('only root can make a link of someone else')
    writeFileSync(target, 'before')
    symlinkSync('target', join(folder, 'theirs'))
    lchownSync(join(folder, 'theirs'), STRANGER, STRANGER)
    symlinkSync('theirs', path)
    await exportText()
    expect([lstatSync(path).isSymbolicLink(), lstatSync(join(folder, 'theirs')).isFile()]).toEqual([true, true])
    expect([readFileSync(path, 'utf8'), readFileSync(target, 'utf8')]).toEqual(['after', 'before'])
  })
})
