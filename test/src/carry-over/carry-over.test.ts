import { beforeEach, describe, expect, it, vi } from 'vitest'
import { carryOver } from '../../../src/carry-over/carry-over.ts'
import { type Database, makeDatabase } from '../../../src/db/database.ts'
import type { Session, Workspace } from '../../../src/shared/bridge.ts'
import type { CarryOver } from '../../../src/shared/carry-over.ts'
import { success } from '../../../src/shared/failure.ts'
import { ANY_TIME } from '../../support/builders.ts'
import { DATA_KEY } from '../../support/data-key.ts'
import { FakeBridge } from '../../support/fake-bridge.ts'
import { ROWS } from '../../support/old-profile/rows.ts'

const RECORD = { id: 'w1', name: 'Shop', baseUrl: 'https://api.example.com', isTest: false, keyPrint: null }
const [SHOP, CAFE] = ['1', '2'].map((id): Workspace => ({
  ...{ id: `w${id}`, name: 'Shop', kind: 'api', baseUrl: RECORD.baseUrl, databaseName: `clarion-${id}`, key: 'sealed' },
  isTest: false,
})) as [Workspace, Workspace]
const SESSION = { workspaces: [SHOP, CAFE], currentId: 'w1' } as unknown as Session
const DATABASE = { databaseName: SHOP.databaseName, version: 3, nextSeq: 9, parts: 2 }

let bridge: FakeBridge
let round = 0
let settings: Map<string, string>
beforeEach(() => {
  bridge = new FakeBridge()
  round += 1
  settings = new Map()
})

function offer(carried: Partial<CarryOver>): void {
  bridge.carryOver = { ...bridge.carryOver, ...carried }
  for (const { databaseName } of bridge.carryOver.databases) {
    bridge.carriedParts.set(databaseName, [
      { table: 'drafts', rows: ROWS['drafts'] ?? [] },
      { table: 'meta', rows: [{ name: 'workspace', value: RECORD }] },
    ])
  }
}

const run = (
  session = SESSION,
  open: (workspace: Workspace) => Promise<Database | null> = async (workspace) => databaseOf(workspace),
) =>
  carryOver({
    ...{ bridge, session, open },
    list: async () => [],
    storage: {
      getItem: (name) => settings.get(name) ?? null,
      setItem: (name, value) => void settings.set(name, value),
    },
  })

/** Opened again, because the carry-over closes it. */
const databaseOf = ({ id }: Workspace): Database =>
  makeDatabase(`carry-over-${round}-${id}`, DATA_KEY, undefined, ANY_TIME)

const draftsOf = (workspace: Workspace): Promise<number> => databaseOf(workspace).drafts.count()

describe('carryOver', () => {
  it('does nothing without old data', async () => {
    expect(await run()).toEqual({ session: SESSION, isLeft: false })
    expect(bridge.endedCarryOvers).toEqual([])
  })

  it('stores each database in its workspace, and confirms each', async () => {
    offer({ databases: [DATABASE, { ...DATABASE, databaseName: CAFE.databaseName }] })
    expect(await run()).toEqual({ session: SESSION, isLeft: false })
    for (const workspace of [SHOP, CAFE]) expect(await draftsOf(workspace)).toBe(1)
    expect(bridge.endedCarryOvers).toEqual([['clarion-1'], ['clarion-2']])
  })

  it('confirms again, and stores nothing twice, after a start that ended before the confirmation', async () => {
    offer({ databases: [DATABASE] })
    await run()
    await databaseOf(SHOP).drafts.clear()
    expect(await run()).toMatchObject({ isLeft: false })
    expect(await draftsOf(SHOP)).toBe(0)
    expect(bridge.endedCarryOvers).toEqual([['clarion-1'], ['clarion-1']])
  })

  it('takes settings that the window does not have yet', async () => {
    offer({ settings: { density: 'compact', keys: '{}' } })
    settings.set('keys', '{"preset":"mine"}')
    await run()
    expect(Object.fromEntries(settings)).toEqual({ density: 'compact', keys: '{"preset":"mine"}' })
    expect(bridge.endedCarryOvers).toEqual([[]])
  })

  it('leaves a database whose workspace cannot be opened now, and takes the others', async () => {
    offer({ databases: [DATABASE, { ...DATABASE, databaseName: CAFE.databaseName }] })
    const open = async (workspace: Workspace) => (workspace.id === 'w1' ? null : databaseOf(workspace))
    expect(await run(SESSION, open)).toMatchObject({ isLeft: true })
    expect(bridge.endedCarryOvers).toEqual([['clarion-2']])
  })

  it('leaves a database when the sealed one breaks', async () => {
    offer({ databases: [DATABASE] })
    const open = () => Promise.reject(new Error('full'))
    expect(await run(SESSION, open)).toEqual({ session: SESSION, isLeft: true })
    expect(bridge.endedCarryOvers).toEqual([])
  })

  it('leaves a database when a part of it is missing', async () => {
    offer({ databases: [DATABASE] })
    bridge.carriedParts.clear()
    expect(await run()).toEqual({ session: SESSION, isLeft: true })
    expect(await draftsOf(SHOP)).toBe(0)
  })

  it('says that something is left when main cannot read it', async () => {
    offer({ isUnreadable: true })
    expect(await run()).toMatchObject({ isLeft: true })
  })

  it('finds the workspace of a database that main does not know', async () => {
    offer({ databases: [DATABASE] })
    const adopt = vi.spyOn(bridge, 'adoptDatabases').mockResolvedValue(success(SESSION))
    const known = { ...SESSION, workspaces: [CAFE] }
    expect(await run(known)).toEqual({ session: SESSION, isLeft: false })
    expect(adopt.mock.calls).toEqual([
      [{ found: [{ databaseName: 'clarion-1', record: RECORD }], missing: ['clarion-2'] }],
    ])
    expect(await draftsOf(SHOP)).toBe(1)
  })

  it('does not bring back a workspace that the user signed out of', async () => {
    offer({ databases: [DATABASE] })
    const meta = [{ name: 'workspace', value: { ...RECORD, isForgotten: true } }]
    bridge.carriedParts.set('clarion-1', [
      { table: 'meta', rows: meta },
      { table: 'drafts', rows: ROWS['drafts'] ?? [] },
    ])
    const adopt = vi.spyOn(bridge, 'adoptDatabases')
    expect(await run({ ...SESSION, workspaces: [] })).toMatchObject({ isLeft: false })
    expect(adopt).not.toHaveBeenCalled()
    expect(bridge.endedCarryOvers).toEqual([['clarion-1']])
  })
})
