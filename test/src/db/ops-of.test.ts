import fc from 'fast-check'
import { expect, it } from 'vitest'
import { groupOps, readOpsOf } from '../../../src/db/ops-of.ts'
import { aDatabase, anOp } from '../../support/builders.ts'

it('readOpsOf returns the same ops in queue order for few and for many conversations', async () => {
  const db = aDatabase()
  const ids = Array.from({ length: 90 }, (_, index) => `Conv ${index}`)
  await db.outbox.bulkAdd(
    [...ids, ...ids.toReversed()].map((conversationId, index) => {
      const { seq: _, ...op } = anOp({ id: `op_${index}`, conversationId })
      return op
    }),
  )
  const all = await db.outbox.orderBy('seq').toArray()
  await fc.assert(
    fc.asyncProperty(fc.subarray([...ids, 'Conv 900', 'another'], { minLength: 1 }), async (wanted) => {
      const found = await readOpsOf(db, wanted)
      expect(found).toEqual(all.filter((op) => wanted.includes(op.conversationId)))
      expect([...groupOps(found).keys()].toSorted()).toEqual(wanted.filter((id) => ids.includes(id)).toSorted())
    }),
    { numRuns: 60 },
  )
  expect(await readOpsOf(db, [])).toEqual([])
  await db.delete()
})
