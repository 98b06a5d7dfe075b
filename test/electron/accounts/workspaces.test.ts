import type { WithoutKeychain } from '../../../src/shared/sealing.ts'
import { describe, expect, it } from 'vitest'
import { WorkspaceStore } from '../../../electron/accounts/workspaces.ts'
import { type Keyring, makeKeyring, makeVault } from '../fake-keyring.ts'
import { type MemoryFile, makeMemoryFile } from '../memory-file.ts'

const ACCOUNT = { baseUrl: 'https://api.example.com', apiKey: 'sk_live_one' }
const OTHER = { baseUrl: 'https://api.example.com', apiKey: 'sk_test_two' }
const NO_KEYRING = makeKeyring({ isAvailable: false })
const DEMO = {
  id: 'demo-1',
  name: 'Demo',
  kind: 'demo',
  baseUrl: 'http://127.0.0.1:1',
  databaseName: 'clarion-demo-1',
  key: 'session',
  isTest: true,
} as const

function open(file: MemoryFile = makeMemoryFile(), keyring: Keyring = makeKeyring()): WorkspaceStore {
  return new WorkspaceStore(file, makeVault(keyring))
}

describe('WorkspaceStore', () => {
  it('stores a workspace with a sealed key and reads it at the next start', () => {
    const file = makeMemoryFile()
    const added = open(file).add(ACCOUNT)
    expect(added).toMatchObject({
      kind: 'api',
      name: 'api.example.com',
      baseUrl: ACCOUNT.baseUrl,
      key: 'sealed',
      isTest: false,
    })
    const again = open(file)
    expect(again.list()).toEqual([added])
    expect(again.currentId).toBe(added.id)
    expect(again.account(added.id)).toEqual(ACCOUNT)
  })

  it('gives each workspace its own database', () => {
    const workspaces = open()
    const names = [workspaces.add(ACCOUNT), workspaces.add(OTHER)].map((workspace) => workspace.databaseName)
    expect(new Set(names).size).toBe(2)
  })

  it('gives each workspace a unique name when the server is the same', () => {
    const workspaces = open()
    expect([ACCOUNT, OTHER, { ...OTHER, apiKey: 'three' }].map((account) => workspaces.add(account).name)).toEqual([
      'api.example.com',
      'api.example.com (2)',
      'api.example.com (3)',
    ])
  })

  it('keeps the name that the user gave at the next start', () => {
    const file = makeMemoryFile()
    const workspaces = open(file)
    const { id } = workspaces.add(ACCOUNT)
    const renamed = workspaces.rename(id, '  The   shop ')
    expect(renamed).toMatchObject({ ok: true, value: { id, name: 'The shop', key: 'sealed' } })
    expect(
      open(file)
        .list()
        .map(({ name }) => name),
    ).toEqual(['The shop'])
    expect(open(file).account(id)).toEqual(ACCOUNT)
  })

  it.each([
    ['another workspace has that name', 'api.example.com (2)', /has this name/],
    ['the new name is empty', '   ', /Enter a name/],
  ])('keeps the old name when %s', (_, name, text) => {
    const workspaces = open()
    const { id } = workspaces.add(ACCOUNT)
    workspaces.add(OTHER)
    expect(workspaces.rename(id, name)).toMatchObject({ ok: false, failure: { words: expect.stringMatching(text) } })
    expect(workspaces.find(id)?.name).toBe('api.example.com')
    expect(workspaces.rename('gone', 'Shop')).toMatchObject({ ok: false })
  })

  it('marks a workspace with a test key', () => {
    expect(open().add(OTHER).isTest).toBe(true)
  })

  it('finds a workspace by key and server together', () => {
    const workspaces = open()
    const added = workspaces.add(ACCOUNT)
    expect(workspaces.findByKey(ACCOUNT)?.id).toBe(added.id)
    expect(workspaces.findByKey(OTHER)).toBeNull()
    expect(workspaces.findByKey({ ...ACCOUNT, baseUrl: 'https://other.example.com' })).toBeNull()
  })
})

describe('the workspaces file', () => {
  it.each([makeKeyring(), NO_KEYRING])('never contains the key: %j', (keyring) => {
    const file = makeMemoryFile()
    open(file, keyring).add(ACCOUNT)
    const text = JSON.stringify(file.state)
    for (const form of [
      ACCOUNT.apiKey,
      Buffer.from(ACCOUNT.apiKey).toString('hex'),
      Buffer.from(ACCOUNT.apiKey).toString('base64'),
    ]) {
      expect(text).not.toContain(form)
    }
  })

  it('differs between two devices with the same key', () => {
    const prints = [makeMemoryFile(), makeMemoryFile()].map((file) => {
      open(file, NO_KEYRING).add(ACCOUNT)
      return (file.state as { workspaces: { fingerprint: string }[] }).workspaces[0]?.fingerprint
    })
    expect(prints[0]).not.toBe(prints[1])
  })

  it.each([
    {},
    [],
    'text',
    7,
    null,
    { v: 2, workspaces: [] },
    { v: 1, salt: 's', currentId: null, workspaces: [{ id: 3 }] },
  ])('counts as missing when its content is invalid: %j', (state) => {
    const file = makeMemoryFile(state)
    const workspaces = open(file)
    expect(workspaces.list()).toEqual([])
    workspaces.add(ACCOUNT)
    expect(open(file).list()).toHaveLength(1)
  })

  it('and the list in memory stay unchanged when the disk is full', () => {
    const file = makeMemoryFile()
    const workspaces = open(file)
    workspaces.add(ACCOUNT)
    const before = workspaces.list()
    file.isFull = true
    expect(() => workspaces.add(OTHER)).toThrow()
    expect(() => workspaces.forget(before[0]?.id ?? '')).toThrow()
    expect(workspaces.list()).toEqual(before)
    expect(workspaces.currentId).toBe(before[0]?.id)
  })
})

it.each([['damaged'], [{ v: 1, ciphertext: 7 }], [{ v: 2, box: 'of a newer version' }]])(
  'WorkspaceStore keeps a workspace whose sealed key is unreadable: %j',
  (sealedKey) => {
    const file = makeMemoryFile()
    const added = open(file).add(ACCOUNT)
    const state = file.state as { workspaces: object[] }
    file.state = { ...state, workspaces: state.workspaces.map((workspace) => ({ ...workspace, sealedKey })) }
    const workspaces = open(file)
    expect(workspaces.list()).toEqual([{ ...added, key: 'missing', isKeyUnreadable: true }])
    workspaces.rename(added.id, 'Shop')
    // The sealed key of a newer version is kept for that version.
    expect(file.state).toMatchObject({ workspaces: [{ sealedKey }] })
    expect(workspaces.giveKey(added.id, ACCOUNT)).toMatchObject({ id: added.id, key: 'sealed' })
  },
)

it('WorkspaceStore removes damaged files when a workspace is forgotten, because they may contain its key', () => {
  const file = makeMemoryFile()
  let removals = 0
  const workspaces = open({ ...file, forgetDamaged: () => (removals += 1) })
  const { id } = workspaces.add(ACCOUNT)
  expect(removals).toBe(0)
  workspaces.forget(id)
  expect(removals).toBe(1)
})

describe('WorkspaceStore without a keyring', () => {
  it('keeps the key until the app quits and the workspace after that', () => {
    const file = makeMemoryFile()
    const workspaces = open(file, NO_KEYRING)
    const added = workspaces.add(ACCOUNT)
    expect(added.key).toBe('session')
    expect(workspaces.account(added.id)).toEqual(ACCOUNT)
    const again = open(file, NO_KEYRING)
    expect(again.list()).toEqual([{ ...added, key: 'missing' }])
    expect(again.account(added.id)).toBeNull()
    expect(again.giveKey(added.id, ACCOUNT)).toEqual(added)
    expect(again.account(added.id)).toEqual(ACCOUNT)
  })

  it('keeps a key that another keyring sealed and opens it when that keyring is available again', () => {
    const file = makeMemoryFile()
    const { id } = open(file).add(ACCOUNT)
    const meanwhile = open(file, makeKeyring({ secret: 'another' }))
    expect(meanwhile.find(id)).toMatchObject({ key: 'missing', isKeyUnreadable: true })
    const without = open(file, NO_KEYRING)
    expect(without.giveKey(id, ACCOUNT).key).toBe('session')
    expect(open(file).account(id)).toEqual(ACCOUNT)
  })

  it('stores the key when the user accepts that, and seals it once there is a keyring', () => {
    const file = makeMemoryFile()
    let choice: WithoutKeychain = 'unchosen'
    const workspaces = new WorkspaceStore(
      file,
      makeVault(NO_KEYRING, 'linux', () => choice),
    )
    const { id, key } = workspaces.add(ACCOUNT)
    expect(key).toBe('session')
    workspaces.storeKeys()
    expect(workspaces.find(id)?.key).toBe('session')
    choice = 'unprotected'
    file.isFull = true
    expect(() => workspaces.storeKeys()).toThrow('ENOSPC')
    expect(workspaces.find(id)?.key).toBe('session')
    file.isFull = false
    workspaces.storeKeys()
    expect(workspaces.find(id)?.key).toBe('unprotected')
    const plain = Buffer.from(ACCOUNT.apiKey).toString('base64')
    expect(JSON.stringify(file.state)).toContain(plain)

    expect(open(file, NO_KEYRING).find(id)).toMatchObject({ key: 'unprotected' })
    file.isFull = true
    expect(open(file).find(id)?.key).toBe('unprotected')
    file.isFull = false
    expect(open(file).find(id)?.key).toBe('sealed')
    expect(JSON.stringify(file.state)).not.toContain(plain)
    expect(open(file).account(id)).toEqual(ACCOUNT)
  })

  it('drops the sealed previous key when a new key is given', () => {
    const file = makeMemoryFile()
    const { id } = open(file).add(ACCOUNT)
    open(file, NO_KEYRING).giveKey(id, OTHER)
    const later = open(file)
    expect(later.find(id)?.key).toBe('missing')
    expect(later.findByKey(OTHER)?.id).toBe(id)
  })
})

describe('WorkspaceStore.currentId', () => {
  it('is the workspace that was chosen or added last', () => {
    const file = makeMemoryFile()
    const workspaces = open(file)
    const [first, second] = [workspaces.add(ACCOUNT), workspaces.add(OTHER)]
    expect(workspaces.currentId).toBe(second.id)
    expect(workspaces.choose(first.id)).toEqual(first)
    expect(open(file).currentId).toBe(first.id)
    expect(workspaces.choose('unknown')).toBeNull()
    expect(workspaces.currentId).toBe(first.id)
  })

  it('changes to another workspace when the current one is forgotten', () => {
    const file = makeMemoryFile()
    const workspaces = open(file)
    const [first, second] = [workspaces.add(ACCOUNT), workspaces.add(OTHER)]
    workspaces.forget(second.id)
    expect([workspaces.currentId, workspaces.account(second.id)]).toEqual([first.id, null])
    expect(JSON.stringify(file.state)).not.toContain(second.id)
    workspaces.forget(first.id)
    expect([workspaces.currentId, workspaces.list()]).toEqual([null, []])
    workspaces.forget('unknown')
  })

  it('is never the demo at the next start', () => {
    const file = makeMemoryFile()
    const workspaces = open(file)
    const added = workspaces.add(ACCOUNT)
    workspaces.addTemporary(DEMO, 'sk_test_demo')
    expect(workspaces.currentId).toBe(DEMO.id)
    expect(workspaces.list()).toEqual([added, DEMO])
    expect(workspaces.account(DEMO.id)).toEqual({ baseUrl: DEMO.baseUrl, apiKey: 'sk_test_demo' })
    expect(JSON.stringify(file.state)).not.toContain('demo')
    expect(open(file).currentId).toBe(added.id)
    workspaces.choose(added.id)
    workspaces.choose(DEMO.id)
    workspaces.forget(DEMO.id)
    expect([workspaces.currentId, workspaces.list()]).toEqual([added.id, [added]])
  })
})
