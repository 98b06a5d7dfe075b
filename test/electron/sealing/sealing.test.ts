import { expect, it, vi } from 'vitest'
import { makeProtectionChoice } from '../../../electron/sealing/protection.ts'
import { makeSealing } from '../../../electron/sealing/sealing.ts'
import { makeDataKeys } from '../../../electron/sealing/data-keys.ts'
import type { StoredKey } from '../../../electron/sealing/key-files.ts'
import type { SealedKey } from '../../../electron/accounts/api-key.ts'
import { WorkspaceStore } from '../../../electron/accounts/workspaces.ts'
import { makeOpenLock } from '../../support/open-lock.ts'
import { makeKeyring, makeVault } from '../fake-keyring.ts'
import { makeMemoryFile } from '../memory-file.ts'

const ACCOUNT = { baseUrl: 'https://api.example.com', apiKey: 'sk_live_one' }

function makeFiles() {
  const stored = new Map<string, SealedKey>()
  const files = {
    isBusy: false,
    read(name: string): StoredKey {
      const sealed = stored.get(name)
      return sealed === undefined ? { state: 'absent' } : { state: 'stored', sealed }
    },
    write: (name: string, sealed: SealedKey) => void stored.set(name, sealed),
    remove(name: string): void {
      if (this.isBusy) throw new Error('busy')
      stored.delete(name)
    },
    sweep: () => {},
  }
  return { stored, files }
}

/** A system without a keychain. */
function begin() {
  const choiceFile = makeMemoryFile()
  const choice = makeProtectionChoice(choiceFile)
  const vault = makeVault(makeKeyring({ isAvailable: false }), 'linux', () => choice.read())
  const listFile = makeMemoryFile()
  const workspaces = new WorkspaceStore(listFile, vault)
  const { stored, files } = makeFiles()
  const log = (): void => {}
  const restart = vi.fn()
  const dataKeys = makeDataKeys({ files, vault, choice, log })
  const sealing = makeSealing({ workspaces, dataKeys, choice, lock: makeOpenLock(), restart, log })
  return { sealing, workspaces, choiceFile, listFile, stored, files, bridge: sealing.bridge, restart }
}

it('the choice “unprotected” stores the data key and the API key that was entered before it', async () => {
  const { bridge, sealing, workspaces, listFile } = begin()
  const { id } = workspaces.add(ACCOUNT)
  expect(await bridge.readDataKey({ workspaceId: id, hasDatabase: false })).toEqual({
    ok: true,
    value: { state: 'choose' },
  })
  expect(await bridge.chooseWithoutKeychain({ choice: 'unprotected' })).toEqual({ ok: true, value: null })
  expect(sealing.withoutKeychain()).toBe('unprotected')
  const read = await bridge.readDataKey({ workspaceId: id, hasDatabase: false })
  expect(read).toMatchObject({ ok: true, value: { state: 'open', protection: 'unprotected' } })
  expect(workspaces.find(id)?.key).toBe('unprotected')
  const later = new WorkspaceStore(listFile, makeVault(makeKeyring({ broken: ['load'] })))
  expect(later.account(id)).toEqual(ACCOUNT)
})

it('the choice “memory” leaves both keys in memory', async () => {
  const { bridge, workspaces, listFile, stored } = begin()
  const { id } = workspaces.add(ACCOUNT)
  await bridge.chooseWithoutKeychain({ choice: 'memory' })
  const read = await bridge.readDataKey({ workspaceId: id, hasDatabase: false })
  expect(read).toMatchObject({ ok: true, value: { state: 'open', protection: 'memory' } })
  expect([workspaces.find(id)?.key, stored.size]).toEqual(['session', 0])
  expect(JSON.stringify(listFile.state)).not.toContain(Buffer.from(ACCOUNT.apiKey).toString('base64'))
})

it('a lost choice is found by the data key, and the API key is stored again', async () => {
  const first = begin()
  await first.bridge.chooseWithoutKeychain({ choice: 'unprotected' })
  const before = first.workspaces.add(ACCOUNT)
  await first.bridge.readDataKey({ workspaceId: before.id, hasDatabase: false })
  // At the next start, the list and the choice are lost, and the user has entered the key again.
  const { bridge, sealing, workspaces, stored } = begin()
  const { id, databaseName } = workspaces.add(ACCOUNT)
  expect(workspaces.find(id)?.key).toBe('session')
  for (const sealed of first.stored.values()) stored.set(databaseName, sealed)
  expect(await bridge.readDataKey({ workspaceId: id, hasDatabase: true })).toMatchObject({ value: { state: 'open' } })
  expect([sealing.withoutKeychain(), workspaces.find(id)?.key]).toEqual(['unprotected', 'unprotected'])
})

it('a choice that cannot be stored is refused with a reason, and the user may choose again', async () => {
  const { bridge, sealing, choiceFile } = begin()
  choiceFile.isFull = true
  expect(await bridge.chooseWithoutKeychain({ choice: 'memory' })).toMatchObject({
    ok: false,
    failure: { kind: 'refused', words: expect.stringMatching(/^Couldn’t save your choice/) },
  })
  expect(sealing.withoutKeychain()).toBe('unchosen')
  choiceFile.isFull = false
  await bridge.chooseWithoutKeychain({ choice: 'memory' })
  expect(sealing.withoutKeychain()).toBe('memory')
})

it('an unknown workspace has no key', async () => {
  const { bridge, stored } = begin()
  await bridge.chooseWithoutKeychain({ choice: 'unprotected' })
  for (const call of [
    bridge.readDataKey({ workspaceId: 'unknown', hasDatabase: false }),
    bridge.discardDataKey({ workspaceId: 'unknown' }),
  ])
    expect(await call).toMatchObject({ ok: false, failure: { kind: 'refused' } })
  expect(stored.size).toBe(0)
})

it('discarded data never opens again, and its workspace gets a new key', async () => {
  const { bridge, workspaces, stored, files } = begin()
  await bridge.chooseWithoutKeychain({ choice: 'unprotected' })
  const { id: workspaceId } = workspaces.add(ACCOUNT)
  const first = await bridge.readDataKey({ workspaceId, hasDatabase: false })
  files.isBusy = true
  expect(await bridge.discardDataKey({ workspaceId })).toMatchObject({ ok: false, failure: { kind: 'refused' } })
  files.isBusy = false
  expect(await bridge.discardDataKey({ workspaceId })).toEqual({ ok: true, value: null })
  expect(stored.size).toBe(0)
  const second = await bridge.readDataKey({ workspaceId, hasDatabase: false })
  expect(second).toMatchObject({ ok: true, value: { state: 'open' } })
  expect(second).not.toEqual(first)
})

it('the app restarts when the page asks for it', async () => {
  const { bridge, restart } = begin()
  expect(restart).not.toHaveBeenCalled()
  expect(await bridge.restartApp({})).toEqual({ ok: true, value: null })
  expect(restart).toHaveBeenCalledOnce()
})
