import {
  chmodSync,
  existsSync,
  fstatSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeBackupFile } from '../../../electron/op-backup/backup-file.ts'
import { appendDurably, replaceDurably, temporaryPath } from '../../../electron/storage/durable-write.ts'
import { makeLogFile } from '../../../electron/storage/log.ts'
import { createOwnFile, openToAppend } from '../../../electron/storage/own-file.ts'
import { makeStateFile } from '../../../electron/storage/state-file.ts'
import { asPlainUser } from '../plain-user.ts'

const modeOf = (path: string): number => lstatSync(path).mode & 0o777

let folder: string
let path: string
/** Someone else's file. */
let victim: string
const before = process.umask()
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clarion-own-'))
  mkdirSync(join(folder, 'profile'), { mode: 0o700 })
  path = join(folder, 'profile', 'state.json')
  victim = join(folder, 'victim')
  writeFileSync(victim, '"theirs"\n', { mode: 0o640 })
  chmodSync(victim, 0o640)
})
afterEach(() => {
  process.umask(before)
  rmSync(folder, { recursive: true })
})

/** What was at a name before the app writes there. */
const FOUND: Readonly<Record<string, (at: string) => void>> = {
  nothing: () => {},
  'a file of mode 0600': (at) => writeFileSync(at, '"ours"\n', { mode: 0o600 }),
  'a file of mode 0644': (at) => (writeFileSync(at, '"ours"\n'), chmodSync(at, 0o644)),
}
const PLANTED: Readonly<Record<string, (at: string) => void>> = {
  'a link to a file': (at) => symlinkSync(victim, at),
  'a dangling link': (at) => symlinkSync(join(folder, 'new'), at),
  'a second name of a file': (at) => linkSync(victim, at),
  'a circular link': (at) => symlinkSync(at, at),
}

function expectVictimUntouched(): void {
  expect([readFileSync(victim, 'utf8'), modeOf(victim)]).toEqual(['"theirs"\n', 0o640])
  expect(existsSync(join(folder, 'new'))).toBe(false)
}

function expectOwn(file: string, text: string): void {
  expect([lstatSync(file).isFile(), lstatSync(file).nlink, modeOf(file)]).toEqual([true, 1, 0o600])
  expect(readFileSync(file, 'utf8')).toBe(text)
}

// Windows has no mode bits, and lets only administrators and developers make links.
describe.skipIf(process.platform === 'win32')('a file of the app', () => {
  describe.each([0o022, 0o000, 0o077])('with umask %o', (umask) => {
    it.each(Object.entries({ ...FOUND, ...PLANTED }))('is replaced where there was %s', (_, place) => {
      place(path)
      process.umask(umask)
      replaceDurably(path, 'new')
      expectOwn(path, 'new')
      expectVictimUntouched()
      expect(readdirSync(dirname(path))).toEqual(['state.json'])
    })

    it.each(Object.entries({ ...FOUND, ...PLANTED }))('is replaced although its temporary name was %s', (_, place) => {
      place(temporaryPath(path))
      process.umask(umask)
      replaceDurably(path, 'new')
      expectOwn(path, 'new')
      expectVictimUntouched()
    })

    it('has its mode before its first byte', () => {
      process.umask(umask)
      expect(fstatSync(createOwnFile(path)).mode & 0o777).toBe(0o600)
      const other = join(folder, 'profile', 'other')
      expect(fstatSync(openToAppend(other)).mode & 0o777).toBe(0o600)
    })

    it.each(Object.entries(FOUND))('is appended to where there was %s', (_, place) => {
      place(path)
      process.umask(umask)
      const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
      appendDurably(path, 'more')
      expectOwn(path, `${text}more`)
    })
  })

  it.each(Object.entries(PLANTED))('is not appended to where there was %s', (_, place) => {
    place(path)
    expect(() => appendDurably(path, 'more')).toThrow()
    expectVictimUntouched()
  })

  it.each(Object.entries({ ...FOUND, ...PLANTED }))('is a state file with its copy where there was %s', (_, place) => {
    for (const name of [path, `${path}.bak`, temporaryPath(path)]) place(name)
    process.umask(0o022)
    makeStateFile(path, () => 0).write({ a: 1 })
    expectOwn(path, '{\n  "a": 1\n}')
    expectOwn(`${path}.bak`, '{\n  "a": 1\n}')
    expectVictimUntouched()
  })

  it.each(Object.entries({ ...FOUND, ...PLANTED }))('is a log where there was %s', (_, place) => {
    place(path)
    process.umask(0o022)
    const known = lstatSync(path, { throwIfNoEntry: false })
    const isOwn = known?.isFile() === true && known.nlink === 1
    const text = isOwn ? readFileSync(path, 'utf8') : ''
    makeLogFile(path)('line\n')
    expectOwn(path, `${text}line\n`)
    expectVictimUntouched()
  })

  it.each(Object.entries({ ...FOUND, ...PLANTED }))(
    'is a backup that keeps its lines where there was %s',
    (_, place) => {
      place(path)
      process.umask(0o022)
      const backup = makeBackupFile(path, () => 0)
      const known = [...backup.read()]
      backup.append(['"new"'])
      expect(backup.read()).toEqual([...known, '"new"'])
      expect([lstatSync(path).isFile(), lstatSync(path).nlink, modeOf(path)]).toEqual([true, 1, 0o600])
      expectVictimUntouched()
    },
  )

  it('keeps its old text, and leaves no temporary file, when it cannot be replaced', () => {
    mkdirSync(join(path, 'full'), { recursive: true })
    expect(() => replaceDurably(path, 'new')).toThrow()
    expect(readdirSync(dirname(path))).toEqual(['state.json'])
  })

  it('keeps its old text in a read-only folder', async () => {
    writeFileSync(path, 'old', { mode: 0o600 })
    await asPlainUser(folder, () => {
      chmodSync(dirname(path), 0o500)
      expect(() => replaceDurably(path, 'new')).toThrow(expect.objectContaining({ code: 'EACCES' }))
    })
    expect([readdirSync(dirname(path)), readFileSync(path, 'utf8')]).toEqual([['state.json'], 'old'])
    chmodSync(dirname(path), 0o700)
  })

  it('is in a folder that others cannot enter', () => {
    process.umask(0)
    makeStateFile(join(folder, 'a', 'b', 'state.json'), () => 0).write({})
    makeLogFile(join(folder, 'c', 'main.log'))('line\n')
    expect(['a', 'a/b', 'c'].map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual([0o700, 0o700, 0o700])
  })
})
