import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  chooseState,
  MAX_STATE_BYTES,
  readStateBytes,
  type StateReading,
} from '../../../electron/storage/state-bytes.ts'
import { WORKSPACES_FORMAT } from '../../../electron/accounts/workspace-state.ts'

const STATE = {
  v: 1,
  salt: 's',
  currentId: null,
  workspaces: [
    {
      id: 'w',
      name: 'Shop',
      baseUrl: 'https://api.example.com',
      databaseName: 'clarion-w',
      isTest: false,
      fingerprint: 'f',
      sealedKey: null,
    },
  ],
}
const GOOD = JSON.stringify(STATE, null, 2)
const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (bytes: Uint8Array): StateReading => readStateBytes(bytes, WORKSPACES_FORMAT)

describe('readStateBytes', () => {
  it.each([
    ['good', encode(GOOD)],
    ['with a byte order mark', encode(`\uFEFF${GOOD}`)],
    ['with a line end after it', encode(`${GOOD}\n`)],
    ['with a field of a later build', encode(JSON.stringify({ ...STATE, later: true }))],
  ])('accepts %s', (_, bytes) => {
    expect(read(bytes)).toMatchObject({ kind: 'valid', state: STATE })
  })

  it.each([
    ['empty', encode(''), 'empty'],
    ['zeros', new Uint8Array(4_096), 'zeros'],
    ['cut short', encode('{"workspaces":[{"id":"x'), 'not-json'],
    ['cut within a character', encode('{"v":1,"salt":"é').subarray(0, -1), 'not-text'],
    ['zeros after a good start', new Uint8Array([...encode(GOOD), 0, 0, 0]), 'not-json'],
    ['two states, one after the other', encode(GOOD + GOOD), 'not-json'],
    ['UTF-16', new Uint8Array(Buffer.from(`\uFEFF${GOOD}`, 'utf16le')), 'not-text'],
    ['binary', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'not-text'],
    ['an empty object', encode('{}'), 'not-ours'],
    ['a list', encode('[]'), 'not-ours'],
    ['a number', encode('7'), 'not-ours'],
    ['null', encode('null'), 'not-ours'],
    ['a workspace without an id', encode(JSON.stringify({ ...STATE, workspaces: [{ id: '' }] })), 'not-ours'],
    ['a version that is no number', encode(JSON.stringify({ ...STATE, v: '1' })), 'not-ours'],
    ['huge', new Uint8Array(MAX_STATE_BYTES + 1).fill(0x20), 'huge'],
    ['deeply nested', encode('['.repeat(100_000)), 'not-json'],
  ])('reports damage for %s', (_, bytes, why) => {
    expect(read(bytes)).toEqual({ kind: 'damaged', why })
  })

  it.each([2, 99, 1e300])('reports a newer version when v is %d, whatever the other fields', (version) => {
    expect(read(encode(JSON.stringify({ v: version })))).toEqual({ kind: 'newer', version })
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), damagedGood()), (bytes) => {
        expect(['valid', 'damaged', 'newer']).toContain(read(bytes).kind)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('chooseState', () => {
  const absent: StateReading = { kind: 'absent' }
  const valid: StateReading = { kind: 'valid', state: STATE }
  const damaged: StateReading = { kind: 'damaged', why: 'zeros' }
  const newer: StateReading = { kind: 'newer', version: 2 }
  it.each([
    [absent, absent, 'nothing', 'new', []],
    [absent, valid, 'copy', 'restored', []],
    [absent, damaged, 'nothing', 'lost', ['copy']],
    [absent, newer, 'nothing', 'newer', []],
    [valid, absent, 'file', 'whole', []],
    [valid, valid, 'file', 'whole', []],
    [valid, damaged, 'file', 'whole', ['copy']],
    [valid, newer, 'file', 'whole', []],
    [damaged, absent, 'nothing', 'lost', ['file']],
    [damaged, valid, 'copy', 'restored', ['file']],
    [damaged, damaged, 'nothing', 'lost', ['file', 'copy']],
    [damaged, newer, 'nothing', 'newer', []],
    [newer, absent, 'nothing', 'newer', []],
    [newer, valid, 'nothing', 'newer', []],
    [newer, damaged, 'nothing', 'newer', []],
    [newer, newer, 'nothing', 'newer', []],
  ] as const)('for %j and %j gives %s, %s', (file, copy, use, health, aside) => {
    expect(chooseState(file, copy)).toEqual({ use, health, aside })
  })
})

/** A valid file with a part cut out or overwritten. */
function damagedGood(): fc.Arbitrary<Uint8Array> {
  const bytes = encode(GOOD)
  return fc
    .tuple(fc.nat(bytes.length), fc.nat(bytes.length), fc.uint8Array({ maxLength: 20 }))
    .map(([from, to, put]) => new Uint8Array([...bytes.subarray(0, from), ...put, ...bytes.subarray(to)]))
}
