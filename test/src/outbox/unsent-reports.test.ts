import { expect, it } from 'vitest'
import { discardOp } from '../../../src/outbox/intents.ts'
import { sendMessage } from '../../../src/outbox/send.ts'
import { writeIfUnchanged } from '../../../src/outbox/store.ts'
import { startUnsentReports } from '../../../src/outbox/unsent-reports.ts'
import { countPending, type Unsent } from '../../../src/shared/pending.ts'
import { success } from '../../../src/shared/failure.ts'
import { aDatabase, anOp } from '../../support/builders.ts'
import { aFeed, whenFed } from '../../support/outbox-feed.ts'

it('startUnsentReports reports at once and after each change, and never the same twice', async () => {
  const db = aDatabase()
  const feed = aFeed(db)
  await whenFed(feed, () => feed.ops() !== null)
  const reports: number[][] = []
  const bridge = {
    reportUnsent: ({ waiting, asking }: Unsent) => {
      reports.push([countPending(waiting), countPending(asking)])
      return Promise.resolve(success(null))
    },
  }
  const stop = startUnsentReports({ feed, bridge, workspaceId: 'w' })
  expect(reports).toEqual([[0, 0]])
  await sendMessage(db, { conversationId: 'conv_1', content: 'Hi' })
  await whenFed(feed, () => feed.ops()?.length === 1)
  const op = feed.ops()?.[0] ?? anOp()
  await writeIfUnchanged(db, op, { state: 'sending' }, true)
  await whenFed(feed, () => feed.ops()?.[0]?.state === 'sending')
  expect(reports).toEqual([
    [0, 0],
    [1, 0],
  ])
  await writeIfUnchanged(db, { ...op, revision: op.revision + 1 }, { state: 'failed' }, false)
  await whenFed(feed, () => feed.ops()?.[0]?.state === 'failed')
  expect(reports.at(-1)).toEqual([0, 1])
  stop()
  await discardOp(db, { opId: op.id })
  await whenFed(feed, () => feed.ops()?.length === 0)
  expect(reports).toHaveLength(3)
})
