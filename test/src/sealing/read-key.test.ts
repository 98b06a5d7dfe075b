import { describe, expect, it, vi } from 'vitest'
import { type KeySources, readKey, tryDelete } from '../../../src/sealing/read-key.ts'
import { failed, type Result, success } from '../../../src/shared/failure.ts'
import type { DataKey, Sealed } from '../../../src/shared/sealing.ts'

const WORKSPACE = { id: 'w', databaseName: 'clarion-w' }
const OPEN: DataKey = { state: 'open', key: 'k', protection: 'keychain' }
const EXPIRED: DataKey = { state: 'expired' }
const REFUSED = { state: 'sealed', why: 'refused' }

const never = (): (() => void) => () => {}
const atOnce: KeySources['after'] = (_ms, then) => {
  queueMicrotask(then)
  return () => {}
}
const hang = (): Promise<never> => new Promise(() => {})

/** Sources with one database and these answers of main, one for each call. */
function sourcesWith(answers: readonly Result<DataKey>[], change: Partial<KeySources> = {}) {
  const left = [...answers]
  const readDataKey = vi.fn((_input: { workspaceId: string; hasDatabase: boolean }) =>
    Promise.resolve(left.shift() ?? failed({ kind: 'refused', words: 'asked too often' })),
  )
  const deleteDatabase = vi.fn(() => Promise.resolve())
  const listDatabases = (): Promise<{ name: string }[]> => Promise.resolve([{ name: 'clarion-w' }])
  const sources: KeySources = { bridge: { readDataKey }, listDatabases, deleteDatabase, after: never, ...change }
  return { sources, deleteDatabase, asked: () => readDataKey.mock.calls.map(([input]) => input.hasDatabase) }
}

describe('readKey', () => {
  it.each<[string, Partial<KeySources>, boolean]>([
    ['its database exists', {}, true],
    ['there is no database', { listDatabases: () => Promise.resolve([]) }, false],
    ['another workspace has one', { listDatabases: () => Promise.resolve([{ name: 'clarion-v' }]) }, false],
    ['the browser fails', { listDatabases: () => Promise.reject(new Error('broken')) }, true],
    ['the browser does not answer', { listDatabases: hang, after: atOnce }, true],
  ])('asks once, and says whether there is data: %s', async (_, change, hasDatabase) => {
    const { sources, asked, deleteDatabase } = sourcesWith([success(OPEN)], change)
    expect(await readKey(WORKSPACE, sources)).toEqual(OPEN)
    expect(asked()).toEqual([hasDatabase])
    expect(deleteDatabase).not.toHaveBeenCalled()
  })

  it.each<[Sealed]>([['keychain'], ['missing'], ['damaged'], ['newer'], ['unwritable']])(
    'deletes nothing when the data is sealed: %s',
    async (why) => {
      const { sources, asked, deleteDatabase } = sourcesWith([success({ state: 'sealed', why })])
      expect(await readKey(WORKSPACE, sources)).toEqual({ state: 'sealed', why })
      expect(asked()).toEqual([true])
      expect(deleteDatabase).not.toHaveBeenCalled()
    },
  )

  it('lets the user choose where there is no keychain', async () => {
    const { sources, deleteDatabase } = sourcesWith([success({ state: 'choose' })])
    expect(await readKey(WORKSPACE, sources)).toEqual({ state: 'choose' })
    expect(deleteDatabase).not.toHaveBeenCalled()
  })

  it('deletes an expired database and asks for a new key', async () => {
    const { sources, asked, deleteDatabase } = sourcesWith([success(EXPIRED), success(OPEN)])
    expect(await readKey(WORKSPACE, sources)).toEqual(OPEN)
    expect(deleteDatabase.mock.calls).toEqual([['clarion-w']])
    expect(asked()).toEqual([true, false])
  })

  it.each<[string, Result<DataKey>[], Partial<KeySources>]>([
    ['main refuses', [failed({ kind: 'refused', words: 'locked' })], {}],
    [
      'an expired database cannot be deleted',
      [success(EXPIRED), success(OPEN)],
      { deleteDatabase: () => Promise.reject(new Error('in use')) },
    ],
    ['the database stays expired', [success(EXPIRED), success(EXPIRED)], {}],
  ])('opens nothing when %s', async (_, answers, change) => {
    const { sources } = sourcesWith(answers, change)
    expect(await readKey(WORKSPACE, sources)).toEqual(REFUSED)
  })
})

describe('tryDelete', () => {
  it.each<[string, Pick<KeySources, 'deleteDatabase' | 'after'>, boolean]>([
    ['deleted', { deleteDatabase: () => Promise.resolve(), after: never }, true],
    ['refused', { deleteDatabase: () => Promise.reject(new Error('in use')), after: never }, false],
    ['blocked', { deleteDatabase: hang, after: atOnce }, false],
  ])('reports a database that is %s', async (_, sources, expected) => {
    expect(await tryDelete('clarion-w', sources)).toBe(expected)
  })
})
