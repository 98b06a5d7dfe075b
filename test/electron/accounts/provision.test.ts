import { describe, expect, it } from 'vitest'
import { makeDemo } from '../../../electron/accounts/demo.ts'
import { provision, takeProvision } from '../../../electron/accounts/provision.ts'
import { WorkspaceStore } from '../../../electron/accounts/workspaces.ts'
import { makeKeyring, makeVault } from '../fake-keyring.ts'
import { makeMemoryFile } from '../memory-file.ts'

const ACCOUNT = { baseUrl: 'https://api.example.com', apiKey: 'sk_live_one' }

describe('takeProvision', () => {
  it.each([
    [{}, { ask: 'nothing' }],
    [{ CLARION_WORKSPACE: 'demo' }, { ask: 'demo' }],
    [{ CLARION_WORKSPACE: 'other' }, { ask: 'nothing' }],
    [
      { CLARION_API_URL: 'https://api.example.com/', CLARION_API_KEY: ' sk_live_one\n' },
      { ask: 'account', account: ACCOUNT },
    ],
    [
      { CLARION_API_URL: 'http://127.0.0.1:4010', CLARION_API_KEY: 'k' },
      { ask: 'account', account: { baseUrl: 'http://127.0.0.1:4010', apiKey: 'k' } },
    ],
  ])('reads %j', (env, expected) => {
    expect(takeProvision({ ...env })).toEqual(expected)
  })

  it('deletes the key from the environment, which every window inherits', () => {
    const env: Record<string, string | undefined> = {
      PATH: '/bin',
      CLARION_API_URL: 'https://api.example.com',
      CLARION_API_KEY: 'k',
    }
    takeProvision(env)
    expect(env).toEqual({ PATH: '/bin', CLARION_API_URL: 'https://api.example.com' })
  })

  it.each([
    [{ CLARION_API_URL: 'https://api.example.com' }, /one of them is missing/],
    [{ CLARION_API_KEY: 'k' }, /one of them is missing/],
    [{ CLARION_API_URL: 'http://api.example.com', CLARION_API_KEY: 'k' }, /CLARION_API_URL: Use https/],
    [{ CLARION_API_URL: 'https://api.example.com', CLARION_API_KEY: '' }, /CLARION_API_KEY is not a valid/],
    [{ CLARION_API_URL: 'https://api.example.com', CLARION_API_KEY: 'two words' }, /CLARION_API_KEY is not a valid/],
  ])('gives a reason without the key when the variables are invalid: %j', (env, why) => {
    const provisioned = takeProvision({ ...env })
    expect(provisioned.ask === 'impossible' && provisioned.why).toMatch(why)
    expect(JSON.stringify(provisioned)).not.toContain('two words')
  })
})

describe('provision', () => {
  function begin(file = makeMemoryFile(), keyring = makeKeyring()) {
    const workspaces = new WorkspaceStore(file, makeVault(keyring))
    const demo = makeDemo(
      async () => ({ url: 'http://127.0.0.1:9', key: 'sk_test_demo', close: async () => {} }),
      workspaces,
    )
    return { workspaces, demo, file }
  }
  const provisioned = { ask: 'account', account: ACCOUNT } as const

  it('adds the workspace at the first start and finds it at the next', async () => {
    const first = begin()
    await provision(provisioned, first)
    expect(first.workspaces.currentId).toBe(first.workspaces.list()[0]?.id)
    const next = begin(first.file)
    await provision(provisioned, next)
    expect(next.workspaces.list()).toEqual(first.workspaces.list())
  })

  it('restores the key when no keyring stores it', async () => {
    const none = makeKeyring({ isAvailable: false })
    const first = begin(makeMemoryFile(), none)
    await provision(provisioned, first)
    const next = begin(first.file, none)
    expect(next.workspaces.list()[0]?.key).toBe('missing')
    await provision(provisioned, next)
    expect(next.workspaces.list()[0]?.key).toBe('session')
  })

  it('keeps the workspace open that the user left open', async () => {
    const parts = begin()
    await provision(provisioned, parts)
    const other = parts.workspaces.add({ ...ACCOUNT, apiKey: 'other' })
    await provision(provisioned, parts)
    expect(parts.workspaces.currentId).toBe(other.id)
  })

  it('opens the demo', async () => {
    const parts = begin()
    await provision({ ask: 'demo' }, parts)
    expect(parts.workspaces.list()).toMatchObject([{ kind: 'demo', id: parts.workspaces.currentId }])
  })

  it.each([{ ask: 'nothing' }, { ask: 'impossible', why: 'x' }] as const)('does nothing for %j', async (nothing) => {
    const parts = begin()
    await provision(nothing, parts)
    expect([parts.workspaces.list(), parts.file.state]).toEqual([[], undefined])
  })
})
