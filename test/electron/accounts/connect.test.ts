import { NO_POLICY } from '../../support/no-policy.ts'
import { describe, expect, it } from 'vitest'
import { connectWorkspace } from '../../../electron/accounts/connect.ts'
import { WorkspaceStore } from '../../../electron/accounts/workspaces.ts'
import { failed, type Result, success } from '../../../src/shared/failure.ts'
import { FakeApi } from '../fake-api.ts'
import { makeKeyring, makeVault } from '../fake-keyring.ts'
import { type MemoryFile, makeMemoryFile } from '../memory-file.ts'

const baseUrl = 'https://api.example.com'
const ONE = { baseUrl, apiKey: 'sk_live_one' }
/** Another key of the same account, and one of another account. */
const NEXT = { baseUrl, apiKey: 'sk_live_next' }
const FOREIGN = { baseUrl, apiKey: 'sk_live_foreign' }
const WRONG = { baseUrl, apiKey: 'sk_live_wrong' }
const UNREACHABLE = { kind: 'unreachable', code: 'ENOTFOUND' } as const

function begin(file: MemoryFile = makeMemoryFile(), keyring = makeKeyring()) {
  const api = new FakeApi({ [ONE.apiKey]: ['c1', 'c2'], [NEXT.apiKey]: ['c1', 'c2'], [FOREIGN.apiKey]: ['x1'] })
  const workspaces = new WorkspaceStore(file, makeVault(keyring))
  const hosts = new FakeGate()
  return { api, workspaces, file, hosts, policy: NO_POLICY }
}

/** Admits every host until `refusal` is set. */
class FakeGate {
  readonly asked: string[] = []
  refusal: Result<null> | null = null

  readonly admit = async (address: string): Promise<Result<null>> => {
    this.asked.push(address)
    return this.refusal ?? success(null)
  }
}

describe('connectWorkspace with a new account', () => {
  it('adds the workspace after one read of one row', async () => {
    const parts = begin()
    const result = await connectWorkspace(parts, { baseUrl: ' https://API.example.com/ ', apiKey: ' sk_live_one\n' })
    expect(result).toEqual({ ok: true, value: parts.workspaces.list()[0] })
    expect(parts.api.calls).toEqual([{ method: 'listConversations', account: ONE, input: { limit: 1, offset: 0 } }])
    expect(parts.workspaces.currentId).toBe(parts.workspaces.list()[0]?.id)
  })

  it("adds nothing for a wrong key and returns the server's message", async () => {
    const parts = begin()
    expect(await connectWorkspace(parts, WRONG)).toEqual({
      ok: false,
      failure: { kind: 'unauthorized', status: 401, words: 'Invalid API key' },
    })
    expect([parts.workspaces.list(), parts.file.state]).toEqual([[], undefined])
  })

  it.each([
    UNREACHABLE,
    { kind: 'interrupted', code: 'TIMEOUT' },
    { kind: 'unreadable', status: 200, why: 'HTML' },
    { kind: 'server', status: 500, words: null },
  ] as const)('adds nothing when the server cannot confirm the key: $kind', async (failure) => {
    const parts = begin()
    parts.api.outage = failure
    expect(await connectWorkspace(parts, ONE)).toEqual({ ok: false, failure })
    expect([parts.workspaces.list(), parts.file.state]).toEqual([[], undefined])
  })

  it.each([
    [{ baseUrl: 'http://api.example.com', apiKey: 'k' }, /Use https/],
    [{ baseUrl: '', apiKey: 'k' }, /address/],
    [{ baseUrl, apiKey: '  ' }, /Enter the API key/],
    [{ baseUrl, apiKey: 'two words' }, /no spaces/],
    [{ baseUrl, apiKey: 'line\nend' }, /no spaces/],
    [{ baseUrl, apiKey: 'schlüssel' }, /no spaces/],
  ])('refuses the input before any request: %j', async (input, text) => {
    const parts = begin()
    expect(await connectWorkspace(parts, input)).toMatchObject({
      ok: false,
      failure: { kind: 'refused', words: expect.stringMatching(text) },
    })
    expect(parts.api.calls).toEqual([])
  })
})

describe('connectWorkspace to a host that the user refuses', () => {
  const refusal = failed({ kind: 'refused', words: 'Not connected.' })

  it.each<[string, object]>([
    ['a new account', FOREIGN],
    ['a new account with proofs', { ...NEXT, proofs: [{ workspaceId: 'known', knownConversationIds: ['c1'] }] }],
    // No request would be made now, but the window would read from the server next.
    ['a known key that is missing', ONE],
    ['a known workspace', { ...ONE, workspaceId: 'known' }],
    ['another key of a known workspace', { ...NEXT, workspaceId: 'known', knownConversationIds: ['c1'] }],
  ])('sends nothing and stores nothing for %s', async (_name, input) => {
    const first = begin(makeMemoryFile(), makeKeyring({ isAvailable: false }))
    const { id } = first.workspaces.add(ONE)
    const parts = begin(first.file, makeKeyring({ isAvailable: false }))
    const [before, listed] = [JSON.stringify(parts.file.state), parts.workspaces.list()]
    parts.hosts.refusal = refusal
    const known = JSON.parse(JSON.stringify(input).replaceAll('known"', `${id}"`)) as typeof ONE
    expect(await connectWorkspace(parts, { ...ONE, ...known })).toEqual(refusal)
    expect(parts.hosts.asked).toEqual([baseUrl])
    expect(parts.api.calls).toEqual([])
    expect([JSON.stringify(parts.file.state), parts.workspaces.list()]).toEqual([before, listed])
    expect(parts.workspaces.account(id)).toBeNull()
  })

  it('asks only about an address that the key may go to', async () => {
    const parts = begin()
    const { id } = parts.workspaces.add(ONE)
    await connectWorkspace(parts, { baseUrl: 'http://api.example.com', apiKey: 'k' })
    await connectWorkspace(parts, { baseUrl, apiKey: 'two words' })
    await connectWorkspace(parts, { ...ONE, baseUrl: 'https://other.example.com', workspaceId: id })
    await connectWorkspace(parts, { ...ONE, workspaceId: 'unknown' })
    expect(parts.hosts.asked).toEqual([])
  })

  it('gives no key to a workspace that was removed while the user was asked', async () => {
    const parts = begin()
    const { id } = parts.workspaces.add(ONE)
    const hosts = {
      admit: async () => {
        parts.workspaces.forget(id)
        return success(null)
      },
    }
    const input = { ...NEXT, workspaceId: id, knownConversationIds: ['c1'] }
    expect(await connectWorkspace({ ...parts, hosts }, input)).toMatchObject({ failure: { kind: 'refused' } })
    expect([parts.workspaces.list(), parts.api.calls]).toEqual([[], []])
  })
})

describe('connectWorkspace with a known key', () => {
  it('finds the workspace offline when the key was only in memory', async () => {
    const first = begin(makeMemoryFile(), makeKeyring({ isAvailable: false }))
    const added = first.workspaces.add(ONE)
    const parts = begin(first.file, makeKeyring({ isAvailable: false }))
    parts.api.outage = UNREACHABLE
    expect(parts.workspaces.find(added.id)?.key).toBe('missing')
    expect(await connectWorkspace(parts, ONE)).toEqual({ ok: true, value: added })
    expect(parts.api.calls).toEqual([])
  })

  it('finds the workspace when the call names it', async () => {
    const first = begin()
    const { id } = first.workspaces.add(ONE)
    const parts = begin(first.file, makeKeyring({ secret: 'changed' }))
    parts.api.outage = UNREACHABLE
    expect(await connectWorkspace(parts, { ...ONE, workspaceId: id })).toMatchObject({
      ok: true,
      value: { id, key: 'sealed' },
    })
    expect(parts.workspaces.account(id)).toEqual(ONE)
  })

  it('asks the server when the key was not missing: it may have been revoked', async () => {
    const parts = begin()
    const { id } = parts.workspaces.add(ONE)
    delete parts.api.keys[ONE.apiKey]
    expect(await connectWorkspace(parts, { ...ONE, workspaceId: id })).toMatchObject({
      ok: false,
      failure: { kind: 'unauthorized' },
    })
    parts.api.keys[ONE.apiKey] = ['c1']
    expect(await connectWorkspace(parts, ONE)).toMatchObject({ ok: true, value: { id } })
    expect(parts.workspaces.list()).toHaveLength(1)
  })
})

describe('connectWorkspace with another key for a workspace', () => {
  it('accepts the key when it opens a conversation of the workspace', async () => {
    const parts = begin()
    const { id, databaseName } = parts.workspaces.add(ONE)
    const result = await connectWorkspace(parts, { ...NEXT, workspaceId: id, knownConversationIds: ['c1'] })
    expect(result).toMatchObject({ ok: true, value: { id, databaseName } })
    expect(parts.workspaces.account(id)).toEqual(NEXT)
    expect(parts.workspaces.findByKey(ONE)).toBeNull()
  })

  it.each<[string, object, object, RegExp]>([
    ["the key is another account's", FOREIGN, { knownConversationIds: ['c1'] }, /another account/],
    ['no conversation is known', NEXT, {}, /can’t check/],
    [
      'the server differs',
      { ...NEXT, baseUrl: 'https://other.example.com' },
      { knownConversationIds: ['c1'] },
      /uses https:\/\/api.example.com/,
    ],
  ])('keeps the old key when %s', async (_name, account, known, text) => {
    const parts = begin()
    const { id } = parts.workspaces.add(ONE)
    const result = await connectWorkspace(parts, { ...ONE, ...account, ...known, workspaceId: id })
    expect(result).toMatchObject({ ok: false, failure: { kind: 'refused', words: expect.stringMatching(text) } })
    expect(parts.workspaces.account(id)).toEqual(ONE)
  })

  it('accepts the key when it opens any known conversation: the others may be deleted', async () => {
    const parts = begin()
    const { id } = parts.workspaces.add(ONE)
    const known = { workspaceId: id, knownConversationIds: ['gone', 'gone too', 'c2', 'c1'] }
    expect(await connectWorkspace(parts, { ...NEXT, ...known })).toMatchObject({ ok: true, value: { id } })
    expect(parts.workspaces.account(id)).toEqual(NEXT)
    expect(parts.api.calls.map(({ input }) => input)).toEqual(
      ['gone', 'gone too', 'c2'].map((conversationId) => ({ conversationId })),
    )
  })

  it('refuses the key when it opens no known conversation and says what to do', async () => {
    const parts = begin()
    const { id } = parts.workspaces.add(ONE)
    const known = { workspaceId: id, knownConversationIds: ['c2', 'c1'] }
    const text = /any of the 2 checked conversations .* Add the key as a new workspace/
    expect(await connectWorkspace(parts, { ...FOREIGN, ...known })).toMatchObject({
      ok: false,
      failure: { kind: 'refused', words: expect.stringMatching(text) },
    })
    expect(parts.workspaces.account(id)).toEqual(ONE)
  })

  it('returns the failure when one known conversation could not be read', async () => {
    const parts = begin()
    const { id } = parts.workspaces.add(ONE)
    const failure = { kind: 'rejected', status: 400, words: 'Not now' } as const
    const { readConversation } = parts.api
    parts.api.readConversation = async (account, input) =>
      input.conversationId === 'odd' ? { ok: false, failure } : readConversation(account, input)
    const known = { workspaceId: id, knownConversationIds: ['gone', 'odd', 'c1'] }
    expect(await connectWorkspace(parts, { ...NEXT, ...known })).toEqual({ ok: false, failure })
    expect(parts.workspaces.account(id)).toEqual(ONE)
  })

  it('refuses a key that belongs to another workspace of this device', async () => {
    const parts = begin()
    const { id } = parts.workspaces.add(ONE)
    parts.workspaces.add(NEXT)
    const result = await connectWorkspace(parts, { ...NEXT, workspaceId: id, knownConversationIds: ['c1'] })
    expect(result).toMatchObject({
      ok: false,
      failure: { kind: 'refused', words: expect.stringContaining('api.example.com (2)') },
    })
  })

  it.each([
    [WRONG, null, 'unauthorized'],
    [NEXT, UNREACHABLE, 'unreachable'],
  ])('keeps the old key when the server does not answer or rejects the new one: %j', async (account, outage, kind) => {
    const parts = begin()
    const { id } = parts.workspaces.add(ONE)
    parts.api.outage = outage
    expect(await connectWorkspace(parts, { ...account, workspaceId: id, knownConversationIds: ['c1'] })).toMatchObject({
      ok: false,
      failure: { kind },
    })
    expect(parts.workspaces.account(id)).toEqual(ONE)
  })

  it('refuses a key for an unknown workspace', async () => {
    expect(await connectWorkspace(begin(), { ...ONE, workspaceId: 'unknown' })).toMatchObject({
      ok: false,
      failure: { kind: 'refused' },
    })
  })
})
