import Dexie from 'dexie'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { Database } from '../../../src/db/database.ts'
import { readLoss } from '../../../src/db/loss.ts'
import type { Op } from '../../../src/db/op.ts'
import { identifyDatabase } from '../../../src/outbox/restore.ts'
import { toPayload } from '../../../src/outbox/remembered.ts'
import type { LostOp } from '../../../src/shared/op-backup.ts'
import { failed, success } from '../../../src/shared/failure.ts'
import { lossWords } from '../../../src/words/loss.ts'
import { aDatabase, anOp } from '../../support/builders.ts'
import { FakeBridge } from '../../support/fake-bridge.ts'

const NOW = 1_700_000_000_000
let bridge: FakeBridge
let db: Database
beforeEach(async () => {
  bridge = new FakeBridge()
  db = aDatabase()
  await db.meta.put({ name: 'installId', value: 'install-1' })
  onTestFinished(async () => {
    db.close()
    await Dexie.delete(db.name)
  })
})

const identify = () => identifyDatabase(db, { bridge, workspaceId: 'w', now: () => NOW })
const remember = (op: Op): unknown => bridge.remembered.set(op.id, toPayload({ op, conversation: null }))

/** Adds an op with the next number, as the outbox does. */
async function add(id: string): Promise<Op> {
  const { seq: _, ...fields } = anOp({ id })
  const seq = await db.outbox.add(fields)
  return { ...fields, seq }
}

describe('an op that main remembers and the outbox lacks', () => {
  it('is restored when the database never used its number', async () => {
    remember(anOp({ id: 'a', seq: 1 }))
    remember(anOp({ id: 'b', seq: 2 }))
    expect(new Set(await identify())).toEqual(new Set(['a', 'b']))
    expect((await db.outbox.orderBy('seq').toArray()).map(({ id }) => id)).toEqual(['a', 'b'])
    const loss = await readLoss(db)
    expect(loss).toEqual({ noticedAt: NOW, opsBack: 2, opsUnreadable: 0, isPart: true })
    expect(loss && lossWords(loss)).toMatch(/Its last changes are lost.*2 messages or changes.*were restored/)
  })

  it('stays gone when its number was used', async () => {
    const op = await add('a')
    remember(op)
    await db.outbox.delete(op.seq)
    expect(await identify()).toEqual(['a'])
    expect(await db.outbox.count()).toBe(0)
    expect(await readLoss(db)).toBeNull()
  })

  it('is restored next to the existing ones', async () => {
    remember(await add('a'))
    remember(anOp({ id: 'b', seq: 2 }))
    await identify()
    expect((await db.outbox.orderBy('seq').toArray()).map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('is restored as asking when main made a request for it', async () => {
    remember(anOp({ id: 'a', seq: 1 }))
    bridge.recallOps = ({ opIds }) =>
      Promise.resolve(success(opIds.map((opId): LostOp => ({ ...lostOp(opId), requestedAt: [NOW - 1] }))))
    await identify()
    expect(await db.outbox.toArray()).toMatchObject([{ id: 'a', state: 'asking' }])
  })

  it('stays with main while it cannot be read', async () => {
    remember(anOp({ id: 'a', seq: 1 }))
    bridge.recallOps = () => Promise.resolve(success([]))
    expect(await identify()).toEqual([])
    expect(await readLoss(db)).toBeNull()
  })

  it('stays with main while main does not answer', async () => {
    remember(anOp({ id: 'a', seq: 1 }))
    bridge.recallOps = () => Promise.resolve(failed({ kind: 'refused', words: 'Something broke.' }))
    expect(await identify()).toEqual([])
  })

  it('is not requested when the outbox has every op', async () => {
    remember(await add('a'))
    bridge.recallOps = () => Promise.reject(new Error('not to be called'))
    expect(await identify()).toEqual(['a'])
  })
})

it('reading the next number uses no number and leaves no row', async () => {
  const op = await add('a')
  remember(op)
  await db.outbox.delete(op.seq)
  await identify()
  await identify()
  expect(await db.outbox.count()).toBe(0)
  expect((await add('b')).seq).toBe(op.seq + 1)
})

it('identifyDatabase reports the loss of the database and of main’s copy', async () => {
  bridge.opened = {
    ...{ installId: 'install-2', isLost: true, isCopyLost: true },
    ...{ lostOps: [], unreadableOps: 0, rememberedIds: [] },
  }
  await identify()
  const loss = await readLoss(db)
  expect(loss).toEqual({ noticedAt: NOW, opsBack: 0, opsUnreadable: 0, isCopyLost: true })
  expect(loss && lossWords(loss)).toMatch(/The backup of unsent messages and changes is lost too/)
  expect(loss && lossWords(loss)).not.toMatch(/Nothing was waiting/)
})

function lostOp(opId: string): LostOp {
  return { opId, payload: bridge.remembered.get(opId) ?? '', requestedAt: [] }
}
