import { NO_POLICY } from '../../support/no-policy.ts'
import { describe, expect, it } from 'vitest'
import { connectWorkspace } from '../../../electron/accounts/connect.ts'
import { adoptDatabases, describeWorkspace } from '../../../electron/accounts/found-workspaces.ts'
import { hasKeyPrint, makeKeyPrint } from '../../../electron/accounts/key-print.ts'
import { makeHostGate } from '../../../electron/accounts/host-gate.ts'
import { WorkspaceStore } from '../../../electron/accounts/workspaces.ts'
import type { FoundDatabase } from '../../../src/shared/bridge.ts'
import { FakeApi } from '../fake-api.ts'
import { makeKeyring, makeVault } from '../fake-keyring.ts'
import { makeMemoryFile } from '../memory-file.ts'

const baseUrl = 'https://api.example.com'
const ONE = { baseUrl, apiKey: 'sk_live_one' }
const NEXT = { baseUrl, apiKey: 'sk_live_next' }
const FOREIGN = { baseUrl, apiKey: 'sk_live_foreign' }
const UNREACHABLE = { kind: 'unreachable', code: 'ENOTFOUND' } as const

function begin(file = makeMemoryFile()) {
  const api = new FakeApi({ [ONE.apiKey]: ['c1'], [NEXT.apiKey]: ['c1'], [FOREIGN.apiKey]: ['x1'] })
  const workspaces = new WorkspaceStore(file, makeVault(makeKeyring()))
  const user = { answer: 'yes' as 'yes' | 'no', asked: [] as string[] }
  const ask = async ({ message }: { readonly message: string }) => {
    user.asked.push(message)
    return user.answer
  }
  const hosts = makeHostGate({ workspaces, ask, decideServer: NO_POLICY.decideServer, now: () => 0, log: () => {} })
  return { api, file, workspaces, hosts, user, policy: NO_POLICY }
}

/** A database that this device created for the account, whose workspace main no longer knows. */
async function leaveDatabase(account = ONE): Promise<{ readonly id: string; readonly found: FoundDatabase }> {
  const { workspaces } = begin()
  const { id, databaseName } = workspaces.add(account)
  workspaces.rename(id, 'Acme')
  return { id, found: { databaseName, record: await describeWorkspace(workspaces, id) } }
}

describe('the key print', () => {
  it('matches its account and no other', async () => {
    const print = await makeKeyPrint(ONE)
    expect(await hasKeyPrint(ONE, print)).toBe(true)
    expect(await hasKeyPrint(NEXT, print)).toBe(false)
    expect(await hasKeyPrint({ ...ONE, baseUrl: 'https://other.example.com' }, print)).toBe(false)
  })

  it('does not contain the key and differs each time', async () => {
    const prints = await Promise.all([makeKeyPrint(ONE), makeKeyPrint(ONE)])
    expect(prints[0]).not.toBe(prints[1])
    for (const form of ['utf8', 'base64', 'hex'] as const) {
      expect(prints.join()).not.toContain(Buffer.from(ONE.apiKey).toString(form))
    }
  })

  it.each(['', 'scrypt::', 'scrypt:AAAA:AAAA', 'md5:x', `scrypt:${'A'.repeat(24)}:${'A'.repeat(45)}`])(
    'matches no account when it is %j',
    async (print) => {
      expect(await hasKeyPrint(ONE, print)).toBe(false)
    },
  )
})

describe('describeWorkspace', () => {
  it('gives the same record each time, without the key', async () => {
    const { workspaces } = begin()
    const { id } = workspaces.add(ONE)
    const record = await describeWorkspace(workspaces, id)
    expect(record).toEqual({ id, name: 'api.example.com', baseUrl, isTest: false, keyPrint: expect.any(String) })
    expect(JSON.stringify(record)).not.toContain(ONE.apiKey)
    expect(await describeWorkspace(workspaces, id)).toEqual(record)
  })

  it('gives another print when the workspace has another key', async () => {
    const { workspaces } = begin()
    const { id } = workspaces.add(ONE)
    const before = await describeWorkspace(workspaces, id)
    workspaces.giveKey(id, NEXT)
    const after = await describeWorkspace(workspaces, id)
    expect(after?.keyPrint).not.toBe(before?.keyPrint)
    expect(await hasKeyPrint(NEXT, after?.keyPrint ?? '')).toBe(true)
  })

  it('gives null for the demo and for an unknown workspace', async () => {
    expect(await describeWorkspace(begin().workspaces, 'gone')).toBeNull()
  })
})

describe('adoptDatabases', () => {
  it('adds a workspace with the stored name and a missing key', async () => {
    const { id, found } = await leaveDatabase()
    const { workspaces, file } = begin()
    await adoptDatabases(workspaces, [found], [])
    const adopted = { id, name: 'Acme', baseUrl, databaseName: found.databaseName, key: 'missing' }
    expect(workspaces.list()).toMatchObject([adopted])
    expect(workspaces.currentId).toBeNull()
    // The workspace still exists at the next start.
    expect(new WorkspaceStore(file, makeVault(makeKeyring())).list()).toMatchObject([adopted])
  })

  it('lets the old key open the workspace offline without a second workspace', async () => {
    const { id, found } = await leaveDatabase()
    const parts = begin()
    await adoptDatabases(parts.workspaces, [found], [])
    parts.api.outage = UNREACHABLE
    expect(await connectWorkspace(parts, ONE)).toMatchObject({ ok: true, value: { id, name: 'Acme', key: 'sealed' } })
    expect(parts.workspaces.list()).toHaveLength(1)
    expect(parts.workspaces.findByKey(ONE)?.id).toBe(id)
  })

  it('lets another key of the account open the workspace when it finds a conversation', async () => {
    const { id, found } = await leaveDatabase()
    const parts = begin()
    await adoptDatabases(parts.workspaces, [found], [])
    const proofs = [{ workspaceId: id, knownConversationIds: ['gone', 'c1'] }]
    expect(await connectWorkspace(parts, { ...NEXT, proofs })).toMatchObject({ ok: true, value: { id } })
    expect(parts.workspaces.list()).toHaveLength(1)
  })

  it('gives another account’s key a workspace of its own', async () => {
    const { id, found } = await leaveDatabase()
    const parts = begin()
    await adoptDatabases(parts.workspaces, [found], [])
    const proofs = [{ workspaceId: id, knownConversationIds: ['c1'] }]
    const result = await connectWorkspace(parts, { ...FOREIGN, proofs })
    expect(result).toMatchObject({ ok: true, value: { key: 'sealed' } })
    expect(parts.workspaces.list()).toHaveLength(2)
    expect(parts.workspaces.find(id)?.key).toBe('missing')
    expect(parts.workspaces.account(id)).toBeNull()
  })

  it('leaves the key missing when the server cannot be reached', async () => {
    const { id, found } = await leaveDatabase()
    const parts = begin()
    await adoptDatabases(parts.workspaces, [found], [])
    parts.api.outage = UNREACHABLE
    const proofs = [{ workspaceId: id, knownConversationIds: ['c1'] }]
    expect(await connectWorkspace(parts, { ...NEXT, proofs })).toEqual({ ok: false, failure: UNREACHABLE })
    expect(parts.workspaces.list()).toHaveLength(1)
  })

  it('replaces the workspace that this start created for the same key', async () => {
    const { id, found } = await leaveDatabase()
    const { workspaces } = begin()
    const made = workspaces.add(ONE)
    await adoptDatabases(workspaces, [found], [made.databaseName])
    expect(workspaces.list()).toMatchObject([{ id, key: 'sealed' }])
    expect(workspaces.currentId).toBe(id)
    expect(workspaces.account(id)).toEqual(ONE)
  })

  it('gives the key to both workspaces when both have a database', async () => {
    const { id, found } = await leaveDatabase()
    const { workspaces } = begin()
    const second = workspaces.add(ONE)
    await adoptDatabases(workspaces, [found], [])
    expect(workspaces.list()).toMatchObject([
      { id: second.id, key: 'sealed' },
      { id, key: 'sealed' },
    ])
    expect(workspaces.currentId).toBe(second.id)
  })

  it('lets the first key that finds its conversations open a database without a record', async () => {
    const { id, found } = await leaveDatabase()
    const parts = begin()
    await adoptDatabases(parts.workspaces, [{ ...found, record: null }], [])
    expect(parts.workspaces.list()).toMatchObject([{ id, name: 'Inbox', baseUrl: '', key: 'missing' }])
    const proofs = [{ workspaceId: id, knownConversationIds: ['c1'] }]
    expect(await connectWorkspace(parts, { ...ONE, proofs })).toMatchObject({ ok: true, value: { id, baseUrl } })
  })

  it.each([
    ['the demo’s', 'clarion-demo-12345678'],
    ['that of another program', 'keyval-store'],
    ['a path', 'clarion-../../etc'],
  ])('ignores a database when its name is %s', async (_, databaseName) => {
    const { workspaces } = begin()
    await adoptDatabases(workspaces, [{ databaseName, record: null }], [])
    expect(workspaces.list()).toEqual([])
  })

  it.each(['http://evil.example.com', 'file:///etc/passwd', 'not an address'])(
    'drops an address that must not get a key: %s',
    async (address) => {
      const { found } = await leaveDatabase()
      const { workspaces } = begin()
      const record = found.record && { ...found.record, baseUrl: address }
      await adoptDatabases(workspaces, [{ ...found, record }], [])
      expect(workspaces.list()).toMatchObject([{ baseUrl: '' }])
    },
  )

  it('does not confirm the address of a database, which the page may have written', async () => {
    const evil = { baseUrl: 'http://127.0.0.1:6379', apiKey: 'chosen_by_the_page' }
    const { id, found } = await leaveDatabase(evil)
    const parts = begin()
    parts.api.keys[evil.apiKey] = ['c1']
    parts.user.answer = 'no'
    await adoptDatabases(parts.workspaces, [found], [])
    expect(parts.workspaces.list()).toMatchObject([{ id, baseUrl: evil.baseUrl }])
    const knownConversationIds = ['c1']
    const tries = [
      {},
      { workspaceId: id, knownConversationIds },
      { proofs: [{ workspaceId: id, knownConversationIds }] },
    ]
    for (const more of tries)
      expect(await connectWorkspace(parts, { ...evil, ...more })).toMatchObject({ failure: { kind: 'refused' } })
    expect(parts.user.asked).toEqual(tries.map(() => 'Connect to http://127.0.0.1:6379?'))
    expect([parts.api.calls, parts.workspaces.account(id)]).toEqual([[], null])
    // Nor is it confirmed at the next start.
    expect(begin(parts.file).workspaces.confirmedAddresses()).toEqual([])
  })

  it('confirms the address of a database when the user has agreed and entered a key', async () => {
    const { found } = await leaveDatabase()
    const parts = begin()
    await adoptDatabases(parts.workspaces, [found], [])
    expect(await connectWorkspace(parts, ONE)).toMatchObject({ ok: true })
    expect(parts.user.asked).toEqual(['Connect to api.example.com?'])
    expect(begin(parts.file).workspaces.confirmedAddresses()).toEqual([baseUrl])
  })

  it('gives the workspace a unique name', async () => {
    const both = [await leaveDatabase(ONE), await leaveDatabase(FOREIGN)]
    const { workspaces } = begin()
    await adoptDatabases(
      workspaces,
      both.map(({ found }) => found),
      [],
    )
    expect(workspaces.list().map(({ name }) => name)).toEqual(['Acme', 'Acme (2)'])
  })
})
