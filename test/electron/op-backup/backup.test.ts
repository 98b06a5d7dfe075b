import fc from 'fast-check'
import {
  appendFileSync,
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
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { makeBackupFile } from '../../../electron/op-backup/backup-file.ts'
import { OpBackup } from '../../../electron/op-backup/backup.ts'
import { type Keyring, makeKeyring, makeVault } from '../fake-keyring.ts'

let path: string
let keyring: Keyring

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'clarion-journal-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  path = join(folder, 'journals', 'w.jsonl')
  keyring = makeKeyring()
})

/** As after a start: whatever the process before was doing when it was killed. */
const open = (): OpBackup => new OpBackup(makeBackupFile(path), makeVault(keyring))
const anOp = (opId: string, words = `words of ${opId}`) => ({ opId, payload: JSON.stringify({ words }) })
const text = (): string => readFileSync(path, 'utf8')

/** A database that was made, took its id on, and is in use. */
function begin(): { readonly journal: OpBackup; readonly installId: string } {
  const journal = open()
  const { installId } = journal.opened(null)
  journal.opened(installId)
  return { journal, installId }
}

describe('the database that is opened', () => {
  it('gets an id at first, is known by it from then on, and nothing is lost', () => {
    const first = open().opened(null)
    expect(first).toMatchObject({ isLost: false, lostOps: [], unreadableOps: 0, rememberedIds: [] })
    // Killed before the database bore it: the same again.
    expect(open().opened(null)).toEqual(first)
    expect(open().opened(first.installId)).toEqual(first)
    expect(open().opened(first.installId)).toEqual(first)
  })

  it('is lost when another one, or one without an id, is there', () => {
    const { journal, installId } = begin()
    journal.remember([anOp('a'), anOp('b')])
    journal.request('b', 5)
    const told = open().opened(null)
    expect(told.isLost).toBe(true)
    expect(told.installId).not.toBe(installId)
    expect(told.lostOps).toEqual([
      { ...anOp('a'), requestedAt: [] },
      { ...anOp('b'), requestedAt: [5] },
    ])
    expect(open().opened('another')).toEqual(told)
  })

  it('is lost once: when it bears its new id and has told of its ops, all is well', () => {
    begin().journal.remember([anOp('a')])
    const after = open()
    const { installId } = after.opened(null)
    expect(after.opened(installId)).toMatchObject({ isLost: false, lostOps: [{ opId: 'a' }], rememberedIds: [] })
    after.remember([anOp('a')])
    expect(open().opened(installId)).toMatchObject({ isLost: false, lostOps: [], rememberedIds: ['a'] })
  })

  it('is lost without a word about ops when none were waiting', () => {
    begin()
    expect(open().opened(null)).toMatchObject({ isLost: true, lostOps: [], unreadableOps: 0 })
  })

  it('is right where main has lost its own file', () => {
    const { installId } = begin()
    rmSync(path)
    expect(open().opened(installId)).toMatchObject({ installId, isLost: false })
    expect(open().opened(null)).toMatchObject({ isLost: true })
  })
})

describe('what is kept', () => {
  it('is sealed where there is a keyring', () => {
    begin().journal.remember([anOp('a', 'my secret')])
    expect(text()).not.toContain('my secret')
    expect(text()).toContain('sealed')
    expect(open().opened(null).lostOps).toEqual([{ ...anOp('a', 'my secret'), requestedAt: [] }])
  })

  it.each([
    { isAvailable: false },
    { prefix: 'v10' },
    { backend: 'basic_text' },
    { broken: ['encryptString'] as const },
  ])('is as the database has it where there is none: %j', (given) => {
    keyring = makeKeyring(given)
    begin().journal.remember([anOp('a', 'my words')])
    expect(open().opened(null).lostOps).toEqual([{ ...anOp('a', 'my words'), requestedAt: [] }])
  })

  it('that cannot be opened is counted, stays, and comes back with the keyring', () => {
    begin().journal.remember([anOp('a')])
    keyring.secret = 'another keyring'
    const after = open()
    const { installId, ...told } = after.opened(null)
    expect(told).toEqual({ isLost: true, lostOps: [], unreadableOps: 1, rememberedIds: [] })
    after.opened(installId)
    after.remember([anOp('b')])
    after.forget(['b'])
    keyring.secret = 'one'
    expect(open().opened(installId)).toMatchObject({ isLost: false, lostOps: [anOp('a')], unreadableOps: 0 })
  })

  it('is for its owner alone', () => {
    begin().journal.remember([anOp('a')])
    // Windows keeps no such bits; a user's folder is the user's alone there.
    expect(statSync(path).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600)
  })

  it('is gone from the disk when nothing waits any more', () => {
    keyring.isAvailable = false
    const { journal, installId } = begin()
    journal.remember([anOp('a', 'my words')])
    journal.request('a', 5)
    expect(text()).toContain('my words')
    journal.forget(['a'])
    expect(text()).toBe(`${JSON.stringify({ opened: installId })}\n`)
  })

  it('does not grow without end while something waits', () => {
    const { journal } = begin()
    journal.remember([anOp('stays')])
    for (let time = 0; time < 40; time += 1) journal.remember([anOp('a', `${time}${'x'.repeat(100_000)}`)])
    expect(statSync(path).size).toBeLessThan(2_500_000)
    expect(
      open()
        .opened(null)
        .lostOps.map((op) => op.opId),
    ).toEqual(['stays', 'a'])
  })
})

describe('a crash', () => {
  it('in the middle of a line costs that line alone, and the next one is whole', () => {
    const { journal } = begin()
    journal.remember([anOp('a')])
    const before = statSync(path).size
    journal.remember([anOp('b')])
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

  it('between the writing of the new file and its taking the old one’s name leaves the old one', () => {
    begin().journal.remember([anOp('a')])
    writeFileSync(`${path}.next`, '{"opened":"half a fi')
    const { lostOps, installId } = open().opened(null)
    expect(lostOps.map((op) => op.opId)).toEqual(['a'])
    open().opened(installId)
    expect(readdirSync(join(path, '..'))).toEqual(['w.jsonl'])
  })

  it.each(['\0\0\0\0', 'null', '[]', '{"accept":1}', '{"accept":"x","of":null,"kept":{}}', '{"grown":"later"}', '"'])(
    'or another version that leaves %j behind costs nothing else',
    (junk) => {
      const { journal } = begin()
      journal.remember([anOp('a')])
      appendFileSync(path, junk)
      open().remember([anOp('b')])
      expect(
        open()
          .opened(null)
          .lostOps.map((op) => op.opId),
      ).toEqual(['a', 'b'])
    },
  )

  it('a write that the disk refuses throws, and the journal is as it was', () => {
    const file = makeBackupFile(path)
    let isFull = false
    const refusing = {
      ...file,
      append(lines: readonly string[]) {
        if (isFull) throw new Error('ENOSPC')
        file.append(lines)
      },
    }
    const journal = new OpBackup(refusing, makeVault(keyring))
    journal.opened(journal.opened(null).installId)
    isFull = true
    expect(() => journal.remember([anOp('a')])).toThrow('ENOSPC')
    isFull = false
    expect(journal.opened('another').lostOps).toEqual([])
    expect(open().opened('another').lostOps).toEqual([])
  })

  type Step = { readonly do: 'remember' | 'forget' | 'request' | 'noEffect' | 'kill' | 'cut'; readonly op: string }
  const step: fc.Arbitrary<Step> = fc.record({
    do: fc.constantFrom('remember', 'remember', 'forget', 'request', 'noEffect', 'kill', 'cut'),
    op: fc.constantFrom('a', 'b', 'c', 'd'),
  })

  it('at any point of any story leaves exactly what was confirmed', () => {
    let kills = 0
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        rmSync(path, { force: true })
        let { journal } = begin()
        const kept = new Map<string, string>()
        const requests = new Map<string, number[]>()
        for (const [index, { do: deed, op }] of steps.entries()) {
          if (deed === 'remember') {
            const payload = `words ${index} ü\n"`
            journal.remember([{ opId: op, payload }])
            kept.set(op, payload)
          } else if (deed === 'forget') {
            journal.forget([op])
            kept.delete(op)
            requests.delete(op)
          } else if (deed === 'request') {
            journal.request(op, index)
            requests.set(op, [...(requests.get(op) ?? []), index])
          } else if (deed === 'noEffect') {
            journal.noEffect(op)
            requests.set(op, (requests.get(op) ?? []).slice(0, -1))
          } else {
            // What was being written when it was killed is there in part: it was never confirmed.
            if (deed === 'cut') appendFileSync(path, `\n{"accept":"${op}","of":null,"kept":{"plain":"never con`)
            kills += 1
            journal = open()
          }
        }
        const told = open().opened(null)
        expect(told.lostOps.toSorted((one, other) => (one.opId < other.opId ? -1 : 1))).toEqual(
          [...kept]
            .map(([opId, payload]) => ({ opId, payload, requestedAt: requests.get(opId) ?? [] }))
            .toSorted((one, other) => (one.opId < other.opId ? -1 : 1)),
        )
      }),
      { numRuns: 100 },
    )
    expect(kills).toBeGreaterThan(100)
    // Every line is really flushed to a disk; how long that takes is the disk's affair.
  }, 60_000)
})

it('recalls what it keeps of an op, with its requests, and leaves out what it cannot read', () => {
  const { journal } = begin()
  journal.remember([anOp('a'), anOp('b')])
  journal.request('a', 5)
  expect(journal.recall(['a', 'gone'])).toEqual([{ ...anOp('a'), requestedAt: [5] }])
  keyring = makeKeyring({ secret: 'another' })
  expect(open().recall(['a', 'b'])).toEqual([])
})
