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

it('a state file is empty at first and then has the written state', () => {
  const file = open()
  expect([file.read(), file.health]).toEqual([undefined, 'new'])
  file.write({ a: 1 })
  file.write({ a: 2 })
  const again = open()
  expect([again.read(), again.health]).toEqual([{ a: 2 }, 'whole'])
})

it('a state file and its copy are readable by their owner only', () => {
  open().write({})
  // Windows has no such mode bits. There the user's folder is private.
  const mode = process.platform === 'win32' ? 0o666 : 0o600
  expect([path, `${path}.bak`].map((file) => statSync(file).mode & 0o777)).toEqual([mode, mode])
})

it('a state file has a copy and no temporary file', () => {
  open().write({ a: 1 })
  expect(names()).toEqual(['state.json', 'state.json.bak'])
})

it('a state file gets a copy when an earlier version wrote it', () => {
  mkdirSync(join(folder, 'deeper'))
  writeFileSync(path, '{"a":1}')
  expect(open().read()).toEqual({ a: 1 })
  rmSync(path)
  expect(open().read()).toEqual({ a: 1 })
})

it('a state file keeps its state when a write fails', () => {
  const file = open()
  file.write({ a: 1 })
  const ring: Record<string, unknown> = {}
  ring['ring'] = ring
  expect(() => file.write(ring)).toThrow()
  expect(file.read()).toEqual({ a: 1 })
})

/** Every kind of damage. */
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

describe.each(DAMAGE)('a state file that is %s', (_, damage) => {
  it('is moved aside, and its copy is used', () => {
    open().write({ a: 1 })
    damage(path)
    const file = open()
    expect([file.read(), file.health]).toEqual([{ a: 1 }, 'restored'])
    expect(names()).toEqual(['state.json', 'state.json.bak', `state.json.damaged-${NOW}`])
    expect(open().read()).toEqual({ a: 1 })
  })

  it('is moved aside with its damaged copy, and a new state can be written', () => {
    open().write({ a: 1 })
    damage(path)
    damage(`${path}.bak`)
    const file = open()
    expect([file.read(), file.health]).toEqual([undefined, 'lost'])
    expect(names()).toEqual([`state.json.bak.damaged-${NOW}`, `state.json.damaged-${NOW}`])
    file.write({ a: 2 })
    expect(open().read()).toEqual({ a: 2 })
  })

  it('is moved aside before the next write', () => {
    const file = open()
    file.write({ a: 1 })
    damage(path)
    file.write({ a: 2 })
    expect(names()).toContain(`state.json.damaged-${NOW}`)
    expect(open().read()).toEqual({ a: 2 })
  })

  it('gets a new copy when only the copy is damaged', () => {
    open().write({ a: 1 })
    damage(`${path}.bak`)
    expect(open().read()).toEqual({ a: 1 })
    rmSync(path)
    expect(open().read()).toEqual({ a: 1 })
  })
})

it('a state file with a byte order mark is read', () => {
  open().write({ a: 1 })
  writeFileSync(path, '\uFEFF{"a":3}')
  expect(open().read()).toEqual({ a: 3 })
})

it('a state file of a newer version is not read, moved or written', () => {
  open().write({ a: 1 })
  writeFileSync(path, '{"v":2,"b":[]}')
  const file = open()
  expect([file.read(), file.health]).toEqual([undefined, 'newer'])
  expect(() => file.write({ a: 2 })).toThrow()
  expect(readFileSync(path, 'utf8')).toBe('{"v":2,"b":[]}')
  expect(readFileSync(`${path}.bak`, 'utf8')).toContain('"a"')
})

it('a state file is not overwritten when a newer version has written it since the read', () => {
  const file = open()
  file.write({ a: 1 })
  writeFileSync(path, '{"v":2}')
  expect(() => file.write({ a: 2 })).toThrow()
  expect(readFileSync(path, 'utf8')).toBe('{"v":2}')
})

it('a state file keeps its three newest damaged files until forgetDamaged', () => {
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

describe('a state file on a failing disk', () => {
  const failing = (call: keyof Disk, code: string, which: (path: string) => boolean = () => true): Disk => ({
    ...realDisk,
    [call]: (...args: [string, string]) => {
      if (which(args[0])) throw Object.assign(new Error(code), { code })
      return (realDisk[call] as (...passed: [string, string]) => unknown)(...args)
    },
  })

  it.each(['EIO', 'EACCES', 'EPERM', 'EBUSY', 'EMFILE'])('gives its copy when the read fails with %s', (code) => {
    open().write({ a: 1 })
    const file = open(failing('read', code, (file) => file === path))
    expect([file.read(), file.health]).toEqual([{ a: 1 }, 'restored'])
  })

  it.each(['ENOSPC', 'EROFS', 'EIO'])('keeps the previous state when the write fails with %s', (code) => {
    open().write({ a: 1 })
    expect(() => open(failing('replace', code)).write({ a: 2 })).toThrow(code)
    expect(open().read()).toEqual({ a: 1 })
  })

  it('is not overwritten when it is damaged and cannot be moved', () => {
    open().write({ a: 1 })
    writeFileSync(path, 'damaged')
    const file = open(failing('rename', 'EPERM'))
    expect(() => file.write({ a: 2 })).toThrow('EPERM')
    expect(readFileSync(path, 'utf8')).toBe('damaged')
  })

  it('removes an outdated copy that cannot be written', () => {
    open().write({ key: 'of a workspace that is forgotten next' })
    open(failing('replace', 'ENOSPC', (file) => file.endsWith('.bak'))).write({})
    expect(names()).toEqual(['state.json'])
  })
})

it('a state file never throws and never loses the last valid state when its bytes are replaced', () => {
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
        // Random bytes can be a valid state.
        if (file.health === 'restored' || isCopy) expect(state).toEqual(good)
        else expect(JSON.stringify(state)).toBe(JSON.stringify(JSON.parse(new TextDecoder().decode(bytes))))
      }
      expect([...disk.files.keys()].filter((name) => name.includes('.damaged-')).length).toBeLessThanOrEqual(6)
    }),
    { numRuns: 1_000 },
  )
})
