import fc from 'fast-check'
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WithoutKeychain } from '../../../src/shared/sealing.ts'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { makeBackupFile } from '../../../electron/op-backup/backup-file.ts'
import { OpBackup } from '../../../electron/op-backup/backup.ts'
import { type Keyring, makeKeyring, makeVault } from '../fake-keyring.ts'

let path: string
let keyring: Keyring
let choice: WithoutKeychain

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'clarion-backup-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  path = join(folder, 'journals', 'w.jsonl')
  keyring = makeKeyring()
  choice = 'unchosen'
})

/** Opens the backup as after a start, possibly after a kill. */
const open = (): OpBackup =>
  new OpBackup(
    makeBackupFile(path),
    makeVault(keyring, 'linux', () => choice),
  )
const anOp = (opId: string, content = `text of ${opId}`) => ({ opId, payload: JSON.stringify({ content }) })
const text = (): string => readFileSync(path, 'utf8')

/** A database that has confirmed its id and is in use. */
function begin(): { readonly backup: OpBackup; readonly installId: string } {
  const backup = open()
  const { installId } = backup.opened(null)
  backup.opened(installId)
  return { backup, installId }
}

describe('OpBackup.opened', () => {
  it('gives a new database an id and reports no loss', () => {
    const first = open().opened(null)
    expect(first).toMatchObject({ isLost: false, lostOps: [], unreadableOps: 0, rememberedIds: [] })
    // Killed before the database stored the id: main gives the same id again.
    expect(open().opened(null)).toEqual(first)
    expect(open().opened(first.installId)).toEqual(first)
    expect(open().opened(first.installId)).toEqual(first)
  })

  it('reports a loss when the database has another id or none', () => {
    const { backup, installId } = begin()
    backup.remember([anOp('a'), anOp('b')])
    backup.request('b', 5)
    const opened = open().opened(null)
    expect(opened.isLost).toBe(true)
    expect(opened.installId).not.toBe(installId)
    expect(opened.lostOps).toEqual([
      { ...anOp('a'), requestedAt: [] },
      { ...anOp('b'), requestedAt: [5] },
    ])
    expect(open().opened('another')).toEqual(opened)
  })

  it('reports a loss once, until the new database has its id and its ops', () => {
    begin().backup.remember([anOp('a')])
    const after = open()
    const { installId } = after.opened(null)
    expect(after.opened(installId)).toMatchObject({ isLost: false, lostOps: [{ opId: 'a' }], rememberedIds: [] })
    after.remember([anOp('a')])
    expect(open().opened(installId)).toMatchObject({ isLost: false, lostOps: [], rememberedIds: ['a'] })
  })

  it('reports a loss without ops when none were waiting', () => {
    begin()
    expect(open().opened(null)).toMatchObject({ isLost: true, lostOps: [], unreadableOps: 0 })
  })

  it('accepts the database when main has lost its backup', () => {
    const { installId } = begin()
    rmSync(path)
    expect(open().opened(installId)).toMatchObject({ installId, isLost: false })
    expect(open().opened(null)).toMatchObject({ isLost: true })
  })
})

describe('the content of OpBackup', () => {
  it('is sealed when there is a keyring', () => {
    begin().backup.remember([anOp('a', 'my secret')])
    expect(text()).not.toContain('my secret')
    expect(text()).toContain('sealed')
    expect(open().opened(null).lostOps).toEqual([{ ...anOp('a', 'my secret'), requestedAt: [] }])
  })

  describe.each([
    { isAvailable: false },
    { prefix: 'v10' },
    { backend: 'basic_text' },
    { broken: ['encryptString'] as const },
  ])('without a keyring: %j', (given) => {
    beforeEach(() => {
      keyring = makeKeyring(given)
    })

    it('is on the disk when the user accepted that', () => {
      choice = 'unprotected'
      begin().backup.remember([anOp('a', 'my text')])
      expect(open().opened(null).lostOps).toEqual([{ ...anOp('a', 'my text'), requestedAt: [] }])
    })

    it.each(['unchosen', 'memory'] as const)('is in memory only when the choice is %s', (chosen) => {
      choice = chosen
      const { backup, installId } = begin()
      backup.remember([anOp('a', 'my text'), anOp('b')])
      backup.request('a', 5)
      backup.noEffect('a')
      backup.request('a', 6)
      backup.forget(['b'])
      expect(existsSync(path)).toBe(false)
      // The window loads again, with another database.
      expect(backup.opened(installId).rememberedIds).toEqual(['a'])
      expect(backup.opened(null).lostOps).toEqual([{ ...anOp('a', 'my text'), requestedAt: [6] }])
      backup.forget(['a'])
      expect(existsSync(path)).toBe(false)
      expect(open().opened(null)).toMatchObject({ isLost: false, lostOps: [] })
    })

    it('gets to the disk with all ops once the user accepts that', () => {
      choice = 'memory'
      const { backup, installId } = begin()
      backup.remember([anOp('a', 'my text')])
      backup.request('a', 5)
      choice = 'unprotected'
      backup.remember([anOp('b')])
      expect(open().opened(installId).rememberedIds).toEqual(['a', 'b'])
      expect(open().recall(['a'])).toEqual([{ ...anOp('a', 'my text'), requestedAt: [5] }])
      expect(text()).not.toContain('"plain"')
    })
  })

  it('is sealed from the first write on when the keyring is unlocked later', () => {
    keyring.isAvailable = false
    const { backup } = begin()
    backup.remember([anOp('a', 'my secret')])
    keyring.isAvailable = true
    backup.request('a', 5)
    expect(text()).not.toContain('my secret')
    expect(open().recall(['a'])).toEqual([{ ...anOp('a', 'my secret'), requestedAt: [5] }])
    // It worked before, and now fails.
    keyring.isAvailable = false
    backup.remember([anOp('b', 'my secret')])
    backup.request('b', 6)
    expect(text()).not.toContain('my secret')
  })

  it('is counted and kept when it cannot be opened, and restored with the keyring', () => {
    begin().backup.remember([anOp('a')])
    keyring.secret = 'another keyring'
    const after = open()
    const { installId, ...opened } = after.opened(null)
    expect(opened).toEqual({ isLost: true, lostOps: [], unreadableOps: 1, rememberedIds: [] })
    after.opened(installId)
    after.remember([anOp('b')])
    after.forget(['b'])
    keyring.secret = 'one'
    expect(open().opened(installId)).toMatchObject({ isLost: false, lostOps: [anOp('a')], unreadableOps: 0 })
  })

  it('is readable by its owner only', () => {
    begin().backup.remember([anOp('a')])
    // Windows has no such mode bits. There the user's folder is private.
    expect(statSync(path).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600)
  })

  it('is removed from the disk when no op is unsent', () => {
    keyring.isAvailable = false
    choice = 'unprotected'
    const { backup, installId } = begin()
    backup.remember([anOp('a', 'my text')])
    backup.request('a', 5)
    expect(text()).toContain('"accept":"a"')
    backup.forget(['a'])
    expect(text()).toBe(`${JSON.stringify({ opened: installId })}\n`)
  })

  it('does not grow without limit while an op is unsent', () => {
    const { backup } = begin()
    backup.remember([anOp('stays')])
    for (let time = 0; time < 40; time += 1) backup.remember([anOp('a', `${time}${'x'.repeat(100_000)}`)])
    expect(statSync(path).size).toBeLessThan(2_500_000)
    expect(
      open()
        .opened(null)
        .lostOps.map((op) => op.opId),
    ).toEqual(['stays', 'a'])
  })
})

describe('OpBackup after a crash', () => {
  it('loses only the line that was cut, and the next line is complete', () => {
    const { backup } = begin()
    backup.remember([anOp('a')])
    const before = statSync(path).size
    backup.remember([anOp('b')])
    const whole = statSync(path).size
    for (const size of [before + 1, before + 20, whole - 2]) {
      truncateSync(path, size)
      expect(
        open()
          .opened(null)
          .lostOps.map((op) => op.opId),
      ).toEqual(['a'])
    }
    open().remember([anOp('c')])
    expect(
      open()
        .opened(null)
        .lostOps.map((op) => op.opId),
    ).toEqual(['a', 'c'])
  })

  it('has the old file when the crash came before the rename', () => {
    begin().backup.remember([anOp('a')])
    writeFileSync(`${path}.next`, '{"opened":"half a fi')
    const { lostOps, installId } = open().opened(null)
    expect(lostOps.map((op) => op.opId)).toEqual(['a'])
    open().opened(installId)
    expect(readdirSync(join(path, '..'))).toEqual(['w.jsonl'])
  })

  it.each(['\0\0\0\0', 'null', '[]', '{"accept":1}', '{"accept":"x","of":null,"kept":{}}', '{"grown":"later"}', '"'])(
    'ignores an unreadable line %j',
    (junk) => {
      const { backup } = begin()
      backup.remember([anOp('a')])
      appendFileSync(path, junk)
      open().remember([anOp('b')])
      expect(
        open()
          .opened(null)
          .lostOps.map((op) => op.opId),
      ).toEqual(['a', 'b'])
    },
  )

  it('throws and stays unchanged when a write fails', () => {
    const file = makeBackupFile(path)
    let isFull = false
    const refusing = {
      ...file,
      append(lines: readonly string[]) {
        if (isFull) throw new Error('ENOSPC')
        file.append(lines)
      },
    }
    const backup = new OpBackup(refusing, makeVault(keyring))
    backup.opened(backup.opened(null).installId)
    isFull = true
    expect(() => backup.remember([anOp('a')])).toThrow('ENOSPC')
    isFull = false
    expect(backup.opened('another').lostOps).toEqual([])
    expect(open().opened('another').lostOps).toEqual([])
  })

  type Step = { readonly do: 'remember' | 'forget' | 'request' | 'noEffect' | 'kill' | 'cut'; readonly op: string }
  const step: fc.Arbitrary<Step> = fc.record({
    do: fc.constantFrom('remember', 'remember', 'forget', 'request', 'noEffect', 'kill', 'cut'),
    op: fc.constantFrom('a', 'b', 'c', 'd'),
  })

  it('has exactly the confirmed ops after any sequence of steps', () => {
    let kills = 0
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        rmSync(path, { force: true })
        let { backup } = begin()
        const kept = new Map<string, string>()
        const requests = new Map<string, number[]>()
        for (const [index, { do: action, op }] of steps.entries()) {
          if (action === 'remember') {
            const payload = `text ${index} ü\n"`
            backup.remember([{ opId: op, payload }])
            kept.set(op, payload)
          } else if (action === 'forget') {
            backup.forget([op])
            kept.delete(op)
            requests.delete(op)
          } else if (action === 'request') {
            backup.request(op, index)
            requests.set(op, [...(requests.get(op) ?? []), index])
          } else if (action === 'noEffect') {
            backup.noEffect(op)
            requests.set(op, (requests.get(op) ?? []).slice(0, -1))
          } else {
            // A kill leaves a part of the last line, which was never confirmed.
            if (action === 'cut') appendFileSync(path, `\n{"accept":"${op}","of":null,"kept":{"plain":"never con`)
            kills += 1
            backup = open()
          }
        }
        const opened = open().opened(null)
        expect(opened.lostOps.toSorted((a, b) => (a.opId < b.opId ? -1 : 1))).toEqual(
          [...kept]
            .map(([opId, payload]) => ({ opId, payload, requestedAt: requests.get(opId) ?? [] }))
            .toSorted((a, b) => (a.opId < b.opId ? -1 : 1)),
        )
      }),
      { numRuns: 100 },
    )
    expect(kills).toBeGreaterThan(100)
    // Every line is flushed to a real disk, whose speed varies.
  }, 60_000)
})

it('OpBackup recalls ops with their requests and leaves out unreadable ones', () => {
  const { backup } = begin()
  backup.remember([anOp('a'), anOp('b')])
  backup.request('a', 5)
  expect(backup.recall(['a', 'gone'])).toEqual([{ ...anOp('a'), requestedAt: [5] }])
  keyring = makeKeyring({ secret: 'another' })
  expect(open().recall(['a', 'b'])).toEqual([])
})
