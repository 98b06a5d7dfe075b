import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Disk, realDisk } from '../../../electron/storage/disk.ts'
import { makeStateFile, type StateFile } from '../../../electron/storage/state-file.ts'
import { makeMemoryDisk } from '../memory-disk.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clarion-state-'))
  path = join(folder, 'deeper', 'state.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

const NOW = 1_700_000_000_000
const open = (disk?: Disk): StateFile => makeStateFile(path, () => NOW, undefined, disk)
const names = (): readonly string[] => readdirSync(join(folder, 'deeper')).toSorted()

it('is not there at first, then what was written', () => {
  const file = open()
  expect([file.read(), file.health]).toEqual([undefined, 'new'])
  file.write({ a: 1 })
  file.write({ a: 2 })
  const again = open()
  expect([again.read(), again.health]).toEqual([{ a: 2 }, 'whole'])
})

it('is for its owner alone, and so is its copy', () => {
  open().write({})
  // Windows keeps no such bits; a user's folder is the user's alone there.
  const mode = process.platform === 'win32' ? 0o666 : 0o600
  expect([path, `${path}.bak`].map((one) => statSync(one).mode & 0o777)).toEqual([mode, mode])
})

it('leaves its copy beside it and nothing half-written', () => {
  open().write({ a: 1 })
  expect(names()).toEqual(['state.json', 'state.json.bak'])
})

it('makes the copy of a file that an earlier version wrote', () => {
  mkdirSync(join(folder, 'deeper'))
  writeFileSync(path, '{"a":1}')
  expect(open().read()).toEqual({ a: 1 })
  rmSync(path)
  expect(open().read()).toEqual({ a: 1 })
})

it('keeps the former state when a write cannot be finished', () => {
  const file = open()
  file.write({ a: 1 })
  const ring: Record<string, unknown> = {}
  ring['ring'] = ring
  expect(() => file.write(ring)).toThrow()
  expect(file.read()).toEqual({ a: 1 })
})

/** Every way in which a file can be bad. */
const DAMAGE: readonly (readonly [string, (path: string) => void])[] = [
  ['empty', (bad) => writeFileSync(bad, '')],
  ['cut short', (bad) => writeFileSync(bad, '{"a":')],
  ['of zeros', (bad) => writeFileSync(bad, new Uint8Array(100))],
  ['no JSON', (bad) => writeFileSync(bad, 'not json')],
  ['not an object', (bad) => writeFileSync(bad, '[]')],
  ['binary', (bad) => writeFileSync(bad, new Uint8Array([0xff, 0xfe, 0x00]))],
  ['huge', (bad) => truncateSync(bad, 3_000_000_000)],
  ['a folder', (bad) => (rmSync(bad), mkdirSync(join(bad, 'with a file'), { recursive: true }))],
]

describe.each(DAMAGE)('when it is %s', (_, damage) => {
  it('its copy is used, and the damaged file is kept under another name', () => {
    open().write({ a: 1 })
    damage(path)
    const file = open()
    expect([file.read(), file.health]).toEqual([{ a: 1 }, 'restored'])
    expect(names()).toEqual(['state.json', 'state.json.bak', `state.json.damaged-${NOW}`])
    expect(open().read()).toEqual({ a: 1 })
  })

  it('and its copy is too, both are kept under other names, and a new state can be written', () => {
    open().write({ a: 1 })
    damage(path)
    damage(`${path}.bak`)
    const file = open()
    expect([file.read(), file.health]).toEqual([undefined, 'lost'])
    expect(names()).toEqual([`state.json.bak.damaged-${NOW}`, `state.json.damaged-${NOW}`])
    file.write({ a: 2 })
    expect(open().read()).toEqual({ a: 2 })
  })

  it('while the app runs, it is moved aside before the next write', () => {
    const file = open()
    file.write({ a: 1 })
    damage(path)
    file.write({ a: 2 })
    expect(names()).toContain(`state.json.damaged-${NOW}`)
    expect(open().read()).toEqual({ a: 2 })
  })

  it('only its copy, the copy is made again', () => {
    open().write({ a: 1 })
    damage(`${path}.bak`)
    expect(open().read()).toEqual({ a: 1 })
    rmSync(path)
    expect(open().read()).toEqual({ a: 1 })
  })
})

it('with a byte order mark is read all the same', () => {
  open().write({ a: 1 })
  writeFileSync(path, '\uFEFF{"a":3}')
  expect(open().read()).toEqual({ a: 3 })
})

it('of a newer version is not read, not moved and not written', () => {
  open().write({ a: 1 })
  writeFileSync(path, '{"v":2,"b":[]}')
  const file = open()
  expect([file.read(), file.health]).toEqual([undefined, 'newer'])
  expect(() => file.write({ a: 2 })).toThrow()
  expect(readFileSync(path, 'utf8')).toBe('{"v":2,"b":[]}')
  expect(readFileSync(`${path}.bak`, 'utf8')).toContain('"a"')
})

it('that a newer version writes meanwhile is not written over', () => {
  const file = open()
  file.write({ a: 1 })
  writeFileSync(path, '{"v":2}')
  expect(() => file.write({ a: 2 })).toThrow()
  expect(readFileSync(path, 'utf8')).toBe('{"v":2}')
})

it('keeps three damaged files at most, the newest, and none once they are to be forgotten', () => {
  let now = NOW
  const file = makeStateFile(path, () => now++)
  for (let round = 0; round < 6; round++) {
    file.write({ round })
    writeFileSync(path, `damaged ${round}`)
    expect(file.read()).toEqual({ round })
  }
  const damaged = names().filter((name) => name.includes('.damaged-'))
  expect(damaged.map((name) => readFileSync(join(folder, 'deeper', name), 'utf8'))).toEqual([
    'damaged 3',
    'damaged 4',
    'damaged 5',
  ])
  file.forgetDamaged()
  expect(names()).toEqual(['state.json', 'state.json.bak'])
})

describe('on a disk that fails', () => {
  const failing = (call: keyof Disk, code: string, which: (path: string) => boolean = () => true): Disk => ({
    ...realDisk,
    [call]: (...args: [string, string]) => {
      if (which(args[0])) throw Object.assign(new Error(code), { code })
      return (realDisk[call] as (...passed: [string, string]) => unknown)(...args)
    },
  })

  it.each(['EIO', 'EACCES', 'EPERM', 'EBUSY', 'EMFILE'])('a file that cannot be read for %s gives its copy', (code) => {
    open().write({ a: 1 })
    const file = open(failing('read', code, (one) => one === path))
    expect([file.read(), file.health]).toEqual([{ a: 1 }, 'restored'])
  })

  it.each(['ENOSPC', 'EROFS', 'EIO'])('a state that cannot be written for %s leaves the former one', (code) => {
    open().write({ a: 1 })
    expect(() => open(failing('replace', code)).write({ a: 2 })).toThrow(code)
    expect(open().read()).toEqual({ a: 1 })
  })

  it('a damaged file that cannot be moved is not written over', () => {
    open().write({ a: 1 })
    writeFileSync(path, 'damaged')
    const file = open(failing('rename', 'EPERM'))
    expect(() => file.write({ a: 2 })).toThrow('EPERM')
    expect(readFileSync(path, 'utf8')).toBe('damaged')
  })

  it('a copy that cannot be written keeps nothing of a former state', () => {
    open().write({ key: 'of a workspace that is forgotten next' })
    open(failing('replace', 'ENOSPC', (one) => one.endsWith('.bak'))).write({})
    expect(names()).toEqual(['state.json'])
  })
})

it('never throws and never loses the last good state, whatever bytes take the place of the file', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.uint8Array({ maxLength: 60 }), fc.boolean()), { maxLength: 8 }), (stories) => {
      const disk = makeMemoryDisk()
      let now = NOW
      const openHere = (): StateFile => makeStateFile('/profile/state.json', () => now++, undefined, disk)
      for (const [bytes, isCopy] of stories) {
        const good = { good: now }
        openHere().write(good)
        disk.files.set(isCopy ? '/profile/state.json.bak' : '/profile/state.json', bytes)
        const file = openHere()
        const state = file.read()
        expect(['whole', 'restored']).toContain(file.health)
        // Bytes that happen to be a state are taken for one.
        if (file.health === 'restored' || isCopy) expect(state).toEqual(good)
        else expect(JSON.stringify(state)).toBe(JSON.stringify(JSON.parse(new TextDecoder().decode(bytes))))
      }
      expect([...disk.files.keys()].filter((name) => name.includes('.damaged-')).length).toBeLessThanOrEqual(6)
    }),
    { numRuns: 1_000 },
  )
})
