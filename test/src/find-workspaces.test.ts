import Dexie from 'dexie'
import { afterEach, expect, it, vi } from 'vitest'
import { makeDatabase } from '../../src/db/database.ts'
import { keepOwnRecord, markForgotten } from '../../src/db/own-record.ts'
import { deleteForgotten, describeDatabase, adoptUnknownDatabases } from '../../src/find-workspaces.ts'
import { type Session, type Workspace } from '../../src/shared/bridge.ts'
import { success } from '../../src/shared/failure.ts'
import { FakeBridge } from '../support/fake-bridge.ts'
import { DATA_KEY } from '../support/data-key.ts'

const ID = '11111111-2222-4333-8444-555555555555'
const NAME = `clarion-${ID}`
const RECORD = { id: ID, name: 'Acme', baseUrl: 'https://api.example.com', isTest: false, keyPrint: null }
const FRESH: Workspace = {
  ...{ id: 'fresh', name: 'api.example.com', baseUrl: RECORD.baseUrl, isTest: false },
  ...{ kind: 'api', databaseName: 'clarion-fresh', key: 'sealed' },
}
const SESSION: Session = {
  workspaces: [],
  currentId: null,
  listHealth: 'lost',
  forgottenDatabases: [],
  withoutKeychain: 'unchosen',
  isLocked: false,
  appVersion: '0',
  platform: 'test',
  locale: { dates: 'en-US', numbers: 'en-US', clock: null },
}
const never = (): (() => void) => () => {}

async function leaveDatabase(): Promise<void> {
  const db = makeDatabase(NAME, DATA_KEY)
  await keepOwnRecord(db, RECORD)
  db.close()
}

afterEach(async () => {
  vi.restoreAllMocks()
  await Dexie.delete(NAME)
})

it('adoptUnknownDatabases reports unknown databases, and which known ones are missing', async () => {
  await leaveDatabase()
  const bridge = new FakeBridge()
  const adopted = { ...SESSION, workspaces: [FRESH] }
  const adopt = vi.fn(() => Promise.resolve(success(adopted)))
  Object.assign(bridge, { adoptDatabases: adopt })
  expect(await adoptUnknownDatabases(bridge, { ...SESSION, workspaces: [FRESH] }, never)).toEqual(adopted)
  expect(adopt.mock.calls).toEqual([[{ found: [{ databaseName: NAME, record: RECORD }], missing: ['clarion-fresh'] }]])
})

it('deleteForgotten deletes the databases of removed workspaces and tells main', async () => {
  await leaveDatabase()
  const bridge = new FakeBridge()
  const end = vi.spyOn(bridge, 'endForgetting')
  const forgottenDatabases = [NAME, 'clarion-that-does-not-exist']
  await deleteForgotten(bridge, { ...SESSION, forgottenDatabases }, never)
  expect(await Dexie.exists(NAME)).toBe(false)
  expect(end.mock.calls).toEqual([[{ databaseNames: forgottenDatabases }]])
})

it('deleteForgotten tells main nothing of a database that cannot be deleted, and does not hold up the start', async () => {
  const bridge = new FakeBridge()
  const end = vi.spyOn(bridge, 'endForgetting')
  const session = { ...SESSION, forgottenDatabases: [NAME] }
  vi.spyOn(Dexie, 'delete').mockImplementation(() => Dexie.Promise.reject(new Error('in use')))
  await deleteForgotten(bridge, session, never)
  vi.spyOn(Dexie, 'delete').mockImplementation(() => new Dexie.Promise(() => {}))
  await deleteForgotten(bridge, session, (_, run) => (queueMicrotask(run), () => {}))
  await deleteForgotten(bridge, SESSION, never)
  expect(end).not.toHaveBeenCalled()
})

it('adoptUnknownDatabases calls nothing when every database is known', async () => {
  await leaveDatabase()
  const bridge = new FakeBridge()
  const adopt = vi.spyOn(bridge, 'adoptDatabases')
  const known = { ...FRESH, databaseName: NAME }
  expect(await adoptUnknownDatabases(bridge, { ...SESSION, workspaces: [known] }, never)).toBeNull()
  expect(adopt).not.toHaveBeenCalled()
})

it('adoptUnknownDatabases deletes only a database that the user signed out of', async () => {
  await leaveDatabase()
  await markForgotten(NAME, true)
  expect(await adoptUnknownDatabases(new FakeBridge(), SESSION, never)).toBeNull()
  expect(await Dexie.exists(NAME)).toBe(false)
})

it('adoptUnknownDatabases gives up when the browser doesn’t list its databases', async () => {
  vi.spyOn(indexedDB, 'databases').mockReturnValue(new Promise(() => {}))
  let giveUp = (): void => {}
  const adopted = adoptUnknownDatabases(new FakeBridge(), SESSION, (_ms, then) => {
    giveUp = then
    return () => {}
  })
  giveUp()
  expect(await adopted).toBeNull()
})

it('describeDatabase stores main’s record of the workspace', async () => {
  const bridge = new FakeBridge()
  Object.assign(bridge, { describeWorkspace: () => Promise.resolve(success(RECORD)) })
  const db = makeDatabase(NAME, DATA_KEY)
  await describeDatabase(db, bridge, ID)
  expect((await db.meta.get('workspace'))?.value).toEqual(RECORD)
  db.close()
})
