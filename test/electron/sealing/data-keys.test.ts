import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type DataKeys, makeDataKeys } from '../../../electron/sealing/data-keys.ts'
import { makeKeyFiles } from '../../../electron/sealing/key-files.ts'
import { makeProtectionChoice, PROTECTION_FORMAT } from '../../../electron/sealing/protection.ts'
import { realDisk } from '../../../electron/storage/disk.ts'
import { makeStateFile } from '../../../electron/storage/state-file.ts'
import type { DataKey, WithoutKeychain } from '../../../src/shared/sealing.ts'
import { type Keyring, makeKeyring, makeVault } from '../fake-keyring.ts'

const NOW = 1_700_000_000_000
const NAME = 'clarion-one'
const ONE = { kind: 'api', databaseName: NAME } as const
const NO_KEYRING = { isAvailable: false }

let folder: string
let keyring: Keyring
let platform: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clarion-keys-'))
  keyring = makeKeyring()
  platform = 'linux'
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

const now = (): number => NOW
const inFolder = (name: string): string => join(folder, name)
const FILE = `keys/${NAME}.json`
const bothCopies = [FILE, `${FILE}.bak`]

function openChoice() {
  return makeProtectionChoice(makeStateFile(inFolder('protection.json'), now, PROTECTION_FORMAT))
}

/** A start of the main process. */
function start(): DataKeys & { choose(choice: WithoutKeychain): void } {
  const choice = openChoice()
  const vault = makeVault(keyring, platform, () => choice.read())
  const dataKeys = makeDataKeys({ files: makeKeyFiles(inFolder('keys'), now), vault, choice, log: () => {} })
  return { ...dataKeys, choose: (chosen) => choice.choose(chosen) }
}

function keyOf(read: DataKey): string {
  return read.state === 'open' ? read.key : expect.fail(`no key: ${JSON.stringify(read)}`)
}

/** The key of a database that exists. */
function begin(): string {
  return keyOf(start().read(ONE, false))
}

function fileWith(text: string): readonly string[] {
  return (readdirSync(folder, { recursive: true }) as string[]).filter(
    (name) => statSync(inFolder(name)).isFile() && readFileSync(inFolder(name), 'utf8').includes(text),
  )
}

describe('the key of a new database', () => {
  it.each([
    ['darwin', {}, 'unchosen', 'keychain'],
    ['win32', {}, 'unchosen', 'keychain'],
    ['linux', { backend: 'gnome_libsecret' }, 'unchosen', 'keychain'],
    ['linux', { backend: 'kwallet6' }, 'memory', 'keychain'],
    ['linux', {}, 'unprotected', 'keychain'],
    ['darwin', NO_KEYRING, 'unchosen', 'choose'],
    ['win32', NO_KEYRING, 'memory', 'memory'],
    ['linux', NO_KEYRING, 'unchosen', 'choose'],
    ['linux', NO_KEYRING, 'unprotected', 'unprotected'],
    ['linux', NO_KEYRING, 'memory', 'memory'],
    ['linux', { backend: 'basic_text' }, 'unchosen', 'choose'],
    ['linux', { prefix: 'v10' }, 'unprotected', 'unprotected'],
    ['linux', { prefix: 'v10' }, 'memory', 'memory'],
    ['linux', { broken: ['encryptString'] as const }, 'unchosen', 'choose'],
    ['linux', { broken: ['load'] as const }, 'memory', 'memory'],
  ] as const)('on %s with the keyring %j and the choice %s: %s', (system, given, choice, expected) => {
    keyring = makeKeyring(given)
    platform = system
    const keys = start()
    if (choice !== 'unchosen') keys.choose(choice)
    const read = keys.read(ONE, false)
    if (expected === 'choose') {
      expect(read).toEqual({ state: 'choose' })
      expect(readdirSync(folder)).toEqual([])
      return
    }
    expect(read).toMatchObject({ state: 'open', protection: expected })
    expect(keys.protectionOf(NAME)).toBe(expected)
    expect(Buffer.from(keyOf(read), 'base64')).toHaveLength(32)
    // The same key after a reload, and after a start unless it was in memory only.
    expect(keys.read(ONE, true)).toEqual(read)
    expect(start().read(ONE, true)).toEqual(expected === 'memory' ? { state: 'expired' } : read)
    expect(fileWith(keyOf(read))).toEqual([])
  })

  it('is another one for each database', () => {
    const keys = start()
    expect(keyOf(keys.read({ ...ONE, databaseName: 'clarion-two' }, false))).not.toBe(keyOf(keys.read(ONE, false)))
  })

  it('is on the disk before it is given away, with a copy, for its owner only', () => {
    const replaced: string[] = []
    const { replace } = realDisk
    vi.spyOn(realDisk, 'replace').mockImplementation((path, bytes) => {
      replace(path, bytes)
      replaced.push(path)
    })
    begin()
    expect(replaced).toEqual(bothCopies.map(inFolder))
    // Windows has no such mode bits. There the user's folder is private.
    const mode = process.platform === 'win32' ? 0o666 : 0o600
    expect(bothCopies.map((name) => statSync(inFolder(name)).mode & 0o777)).toEqual([mode, mode])
  })

  it('is not given away when it cannot be stored, and the next try works', () => {
    const keys = start()
    const full = vi.spyOn(realDisk, 'replace').mockImplementation(() => expect.fail('the disk is full'))
    expect(keys.read(ONE, false)).toEqual({ state: 'sealed', why: 'unwritable' })
    expect(keys.protectionOf(NAME)).toBeNull()
    full.mockRestore()
    expect(start().read(ONE, true)).toEqual({ state: 'sealed', why: 'missing' })
    const read = keys.read(ONE, false)
    expect(start().read(ONE, true)).toEqual(read)
  })

  it.each([
    ['half of the file was written', (path: string) => writeFileSync(`${path}.next`, '{"v":1,"ba')],
    ['the file was written and had no copy yet', (path: string) => writeFileSync(path, sealedText())],
  ])('is the only one when the app is killed after %s', (_, crash) => {
    mkdirSync(inFolder('keys'))
    crash(inFolder(FILE))
    // The window never got the key, so there is no database.
    const read = start().read(ONE, false)
    expect(start().read(ONE, true)).toEqual(read)
    expect(readdirSync(inFolder('keys')).toSorted()).toEqual(bothCopies.map((name) => name.slice(5)))
  })

  it.each(['../outside', 'a/b', '..', '', 'a\\b', 'nul\0', 'x'.repeat(101)])(
    'is never stored under the name %j',
    (databaseName) => {
      const keys = start()
      expect(keys.read({ ...ONE, databaseName }, false)).toEqual({ state: 'sealed', why: 'unwritable' })
      expect(keys.read({ ...ONE, databaseName }, true)).toEqual({ state: 'sealed', why: 'missing' })
      keys.forget(databaseName)
      expect(readdirSync(folder)).toEqual([])
    },
  )
})

function sealedText(key = Buffer.alloc(32, 7).toString('base64')): string {
  return JSON.stringify(makeVault(keyring).seal(key))
}

/** What makes both files unusable. */
const DAMAGES: readonly (readonly [string, (path: string) => void])[] = [
  ['empty', (path) => writeFileSync(path, '')],
  ['cut', (path) => writeFileSync(path, readFileSync(path).subarray(0, -9))],
  ['zeros', (path) => writeFileSync(path, new Uint8Array(200))],
  ['of another format', (path) => writeFileSync(path, '{"v":1,"backend":"x"}')],
  ['a folder', (path) => (rmSync(path), mkdirSync(join(path, 'full'), { recursive: true }))],
]

describe('a stored key', () => {
  it.each(DAMAGES)('opens although its file is %s', (_, damage) => {
    const key = begin()
    for (const name of bothCopies) {
      damage(inFolder(name))
      expect(keyOf(start().read(ONE, true))).toBe(key)
      expect(readFileSync(inFolder(name), 'utf8')).toContain('ciphertext')
    }
  })

  it.each(DAMAGES)('is damaged, at every start, when file and copy are %s, and nothing is deleted', (_, damage) => {
    begin()
    for (const name of bothCopies) damage(inFolder(name))
    for (let time = 0; time < 3; time += 1) expect(start().read(ONE, true)).toEqual({ state: 'sealed', why: 'damaged' })
    expect(readdirSync(inFolder('keys'))).toHaveLength(2)
    // There is nothing to lose without a database.
    expect(start().read(ONE, false)).toMatchObject({ state: 'open' })
  })

  it('opens again when it could not be read for a moment', () => {
    const key = begin()
    vi.spyOn(realDisk, 'read').mockImplementation(() => {
      throw Object.assign(new Error('x'), { code: 'EMFILE' })
    })
    expect(start().read(ONE, true)).toEqual({ state: 'sealed', why: 'damaged' })
    vi.restoreAllMocks()
    expect(keyOf(start().read(ONE, true))).toBe(key)
    expect(readdirSync(inFolder('keys'))).toEqual(expect.arrayContaining([`${NAME}.json`, `${NAME}.json.bak`]))
  })

  it('is missing when both files are gone, and no other is made for the database', () => {
    begin()
    rmSync(inFolder('keys'), { recursive: true })
    expect(start().read(ONE, true)).toEqual({ state: 'sealed', why: 'missing' })
    expect(readdirSync(folder)).toEqual([])
  })

  it.each([
    ['of another computer', () => (keyring = makeKeyring({ secret: 'another' }))],
    ['that is locked', () => (keyring = makeKeyring({ broken: ['decryptString'] }))],
    ['that is gone', () => (keyring = makeKeyring({ broken: ['load'] }))],
  ])('is kept and stays sealed with a keychain %s', (_, change) => {
    const key = begin()
    const before = readFileSync(inFolder(FILE), 'utf8')
    change()
    for (const choice of ['memory', 'unprotected'] as const) {
      const keys = start()
      keys.choose(choice)
      for (const hasDatabase of [true, false])
        expect(keys.read(ONE, hasDatabase)).toEqual({ state: 'sealed', why: 'keychain' })
    }
    expect(readFileSync(inFolder(FILE), 'utf8')).toBe(before)
    keyring = makeKeyring()
    expect(keyOf(start().read(ONE, true))).toBe(key)
  })

  it.each(bothCopies)('of a newer version is neither used nor changed: %s', (name) => {
    begin()
    for (const other of bothCopies) rmSync(inFolder(other))
    writeFileSync(inFolder(name), '{"v":99}')
    const keys = start()
    for (const hasDatabase of [true, false])
      expect(keys.read(ONE, hasDatabase)).toEqual({ state: 'sealed', why: 'newer' })
    expect(readdirSync(inFolder('keys'))).toEqual([name.slice(5)])
    expect(readFileSync(inFolder(name), 'utf8')).toBe('{"v":99}')
  })

  it.each([
    ['not 32 bytes', () => sealedText(Buffer.alloc(31).toString('base64'))],
    ['not base64', () => sealedText('a key with ünicode')],
    ['not readable as base64', () => '{"v":1,"backend":"unprotected","ciphertext":"%%","createdAt":1}'],
  ])('is damaged when it is %s', (_, makeText) => {
    mkdirSync(inFolder('keys'))
    writeFileSync(inFolder(FILE), makeText())
    expect(start().read(ONE, true)).toEqual({ state: 'sealed', why: 'damaged' })
  })

  it('opens after a reload although the keychain was locked meanwhile', () => {
    const keys = start()
    const read = keys.read(ONE, false)
    keyring.broken = ['decryptString']
    expect(keys.read(ONE, true)).toEqual(read)
  })

  it('is stored again when its files vanish while the app runs', () => {
    const keys = start()
    const read = keys.read(ONE, false)
    rmSync(inFolder('keys'), { recursive: true })
    expect(keys.read(ONE, true)).toEqual(read)
    expect(start().read(ONE, true)).toEqual(read)
  })

  it('can be stored when a file has the name of the folder', () => {
    writeFileSync(inFolder('keys'), 'not a folder')
    const key = begin()
    expect(readdirSync(folder)).toContain(`keys.damaged-${NOW}`)
    expect(keyOf(start().read(ONE, true))).toBe(key)
  })
})

describe('an unprotected key', () => {
  beforeEach(() => {
    keyring = makeKeyring(NO_KEYRING)
    openChoice().choose('unprotected')
  })

  it('is sealed by the keychain once there is one, and then not readable without it', () => {
    const key = begin()
    expect(fileWith(Buffer.from(key).toString('base64'))).toHaveLength(2)
    keyring = makeKeyring()
    expect(start().read(ONE, true)).toEqual({ state: 'open', key, protection: 'keychain' })
    expect(fileWith(Buffer.from(key).toString('base64'))).toEqual([])
    keyring = makeKeyring({ broken: ['load'] })
    expect(start().read(ONE, true)).toEqual({ state: 'sealed', why: 'keychain' })
  })

  it('opens when it cannot be sealed because the disk is full', () => {
    const key = begin()
    keyring = makeKeyring()
    const keys = start()
    vi.spyOn(realDisk, 'replace').mockImplementation(() => expect.fail('the disk is full'))
    expect(keys.read(ONE, true)).toEqual({ state: 'open', key, protection: 'unprotected' })
  })

  it('opens when the choice is lost, which is then the same again', () => {
    const key = begin()
    for (const name of ['protection.json', 'protection.json.bak']) writeFileSync(inFolder(name), '{')
    expect(start().read(ONE, true)).toEqual({ state: 'open', key, protection: 'unprotected' })
    expect(openChoice().read()).toBe('unprotected')
  })
})

describe('a key in memory', () => {
  beforeEach(() => {
    keyring = makeKeyring(NO_KEYRING)
    openChoice().choose('memory')
  })

  it('is on no disk, and the next start makes a new one after the database is deleted', () => {
    const key = begin()
    expect(fileWith(key)).toEqual([])
    expect(readdirSync(folder)).not.toContain('keys')
    const later = start()
    expect(later.read(ONE, true)).toEqual({ state: 'expired' })
    expect(keyOf(later.read(ONE, false))).not.toBe(key)
  })

  it('lets no other database expire', () => {
    begin()
    // Its key was lost. The user decides about its data.
    expect(start().read({ ...ONE, databaseName: 'clarion-two' }, true)).toEqual({ state: 'sealed', why: 'missing' })
  })

  it.each([
    ['there is a keychain', () => (keyring.isAvailable = true), 'keychain'],
    [
      'the user accepts unprotected keys',
      (keys: ReturnType<typeof start>) => keys.choose('unprotected'),
      'unprotected',
    ],
  ] as const)('is stored once %s', (_, change, protection) => {
    const keys = start()
    const key = keyOf(keys.read(ONE, false))
    change(keys)
    expect(keys.read(ONE, true)).toEqual({ state: 'open', key, protection })
    expect(start().read(ONE, true)).toEqual({ state: 'open', key, protection })
    rmSync(inFolder('keys'), { recursive: true })
    expect(start().read(ONE, true)).toEqual({ state: 'sealed', why: 'missing' })
  })

  it('goes on when it cannot be stored later', () => {
    const keys = start()
    const read = keys.read(ONE, false)
    keyring.isAvailable = true
    vi.spyOn(realDisk, 'replace').mockImplementation(() => expect.fail('the disk is full'))
    expect(keys.read(ONE, true)).toEqual(read)
  })
})

it('the demo has a key in memory and no choice', () => {
  keyring = makeKeyring(NO_KEYRING)
  const demo = { kind: 'demo', databaseName: 'clarion-demo-1' } as const
  const keys = start()
  expect(keys.read(demo, true)).toEqual({ state: 'expired' })
  const read = keys.read(demo, false)
  expect(read).toMatchObject({ state: 'open', protection: 'memory' })
  expect(keys.read(demo, true)).toEqual(read)
  expect(readdirSync(folder)).toEqual([])
})

describe('a forgotten key', () => {
  it('is on no disk, also not in damaged or half-written files, and the next one is new', () => {
    const key = begin()
    const sealed = readFileSync(inFolder(FILE), 'utf8')
    for (const name of [`${FILE}.damaged-1`, `${FILE}.bak.damaged-2`, `${FILE}.next`, `${FILE}.bak.next`])
      writeFileSync(inFolder(name), sealed)
    writeFileSync(inFolder('keys/clarion-one-more.json'), sealed)
    const keys = start()
    keys.read(ONE, true)
    keys.forget(NAME)
    expect(readdirSync(inFolder('keys'))).toEqual(['clarion-one-more.json'])
    expect(keys.protectionOf(NAME)).toBeNull()
    expect(keys.read(ONE, true)).toEqual({ state: 'sealed', why: 'missing' })
    expect(keyOf(keys.read(ONE, false))).not.toBe(key)
  })

  it('of a newer version is removed too, because the user asked for it', () => {
    mkdirSync(inFolder('keys'))
    for (const name of bothCopies) writeFileSync(inFolder(name), '{"v":99}')
    start().forget(NAME)
    expect(start().read(ONE, false)).toMatchObject({ state: 'open' })
  })

  it('throws when a file is left', () => {
    begin()
    vi.spyOn(realDisk, 'remove').mockImplementation(() => {
      throw Object.assign(new Error('x'), { code: 'EBUSY' })
    })
    expect(() => start().forget(NAME)).toThrow('x')
  })
})

it('the sweep removes half-written keys only', () => {
  begin()
  const whole = readdirSync(inFolder('keys'))
  for (const name of ['clarion-x.json', 'clarion-x.json.bak', 'clarion-x.json.damaged-1', 'notes.txt'])
    writeFileSync(inFolder(`keys/${name}`), sealedText())
  const before = readdirSync(inFolder('keys'))
  for (const name of ['clarion-x.json.next', 'clarion-y.json.bak.next'])
    writeFileSync(inFolder(`keys/${name}`), '{"v":1')
  start().sweep()
  expect(readdirSync(inFolder('keys'))).toEqual(before)
  expect(before).toEqual(expect.arrayContaining(whole))
})
