import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ownershipProblem, policyPathOf, policyPlaceOf, readPolicyFile } from '../../../electron/policy/policy-file.ts'
import { makeOwnCertificate } from '../../support/own-certificate.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clarion-policy-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(text: string, name = 'policy.json', mode = 0o644): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  chmodSync(path, mode)
  return path
}

const read = (path: string, isTest = true) => readPolicyFile({ path, platform: 'linux', isTest })

describe('the place of the policy', () => {
  it.each([
    ['linux', {}, '/etc/clarion/policy.json'],
    ['darwin', {}, '/Library/Application Support/Clarion/policy.json'],
    ['win32', { ProgramData: String.raw`D:\Data` }, String.raw`D:\Data\Clarion\policy.json`],
    ['win32', {}, String.raw`C:\ProgramData\Clarion\policy.json`],
  ])('on %s with %j is %s', (platform, env, path) => expect(policyPathOf(platform, env)).toBe(path))

  it('can be chosen in development and not in a package', () => {
    const env = { CLARION_POLICY_FILE: '/tmp/mine.json' }
    expect(policyPlaceOf('linux', env, false)).toEqual({ path: '/tmp/mine.json', platform: 'linux', isTest: true })
    expect(policyPlaceOf('linux', env, true)).toMatchObject({ path: '/etc/clarion/policy.json', isTest: false })
  })
})

describe('ownershipProblem', () => {
  it.each([
    [[{ uid: 0, mode: 0o100644 }], [0], null],
    [[{ uid: 0, mode: 0o100600 }], [0], null],
    [[{ uid: 1_000, mode: 0o100644 }], [0], 'owner'],
    [[{ uid: 1_000, mode: 0o100644 }], [0, 1_000], null],
    [[{ uid: 0, mode: 0o100664 }], [0], 'writable'],
    [[{ uid: 0, mode: 0o100646 }], [0], 'writable'],
    [
      [
        { uid: 0, mode: 0o100644 },
        { uid: 0, mode: 0o40777 },
      ],
      [0],
      'writable',
    ],
    [
      [
        { uid: 0, mode: 0o100644 },
        { uid: 1_000, mode: 0o40755 },
      ],
      [0],
      'owner',
    ],
  ])('of %j for the owners %j is %s', (files, owners, why) =>
    expect(ownershipProblem(files, owners)).toEqual(why === null ? null : { why }),
  )
})

describe('readPolicyFile', () => {
  it('reads a file with its certificates', () => {
    const { cert } = makeOwnCertificate()
    const caFile = write(`# ours\n${cert}\n${cert}`, 'ca.pem')
    expect(read(write(JSON.stringify({ organisation: 'Example', caFile })))).toMatchObject({
      ...{ state: 'valid', file: { organisation: 'Example' }, certificates: [cert.trim(), cert.trim()] },
    })
  })

  it('finds no file where there is none', () => {
    expect(read(join(folder, 'policy.json'))).toEqual({ state: 'absent' })
    expect(read(join(write('{}'), 'policy.json'))).toEqual({ state: 'absent' })
  })

  it.each([
    ['half a file', () => write('{"settings":{"upd'), { why: 'json' }],
    ['an empty file', () => write(''), { why: 'json' }],
    ['a file that is too large', () => write(`{"organisation":"${'a'.repeat(70_000)}"}`), { why: 'huge' }],
    ['a folder', () => folder, { why: 'unreadable' }],
    ['a file that others may write', () => write('{}', 'policy.json', 0o666), { why: 'writable' }],
    ['an unknown field', () => write('{"a":1}'), { why: 'unknownField', field: 'a' }],
    ['a certificate file that is missing', () => write(JSON.stringify({ caFile: '/nowhere/ca.pem' })), 'certificates'],
    [
      'a certificate file without certificates',
      () => write(JSON.stringify({ caFile: write('nothing', 'ca.pem') })),
      'certificates',
    ],
    [
      'a certificate that is damaged',
      () => {
        const caFile = write('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----', 'ca.pem')
        return write(JSON.stringify({ caFile }))
      },
      'certificates',
    ],
    [
      'a certificate file that others may write',
      () => write(JSON.stringify({ caFile: write(makeOwnCertificate().cert, 'ca.pem', 0o666) })),
      'certificates',
    ],
  ])('says that %s can’t be used', (_name, make, problem) => {
    const path = make()
    expect(read(path)).toEqual({
      state: 'broken',
      path,
      problem: typeof problem === 'string' ? { why: problem } : problem,
    })
  })

  it('refuses a file below a folder in which everybody may write', () => {
    // The system's folder for temporary files is such a folder.
    expect(read(write('{}'), false)).toMatchObject({
      state: 'broken',
      problem: { why: expect.stringMatching(/^(?:owner|writable)$/) },
    })
  })

  it('reads through a link', () => {
    symlinkSync(write('{}', 'real.json'), join(folder, 'policy.json'))
    expect(read(join(folder, 'policy.json'))).toMatchObject({ state: 'valid' })
  })
})
