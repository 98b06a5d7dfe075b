import Dexie from 'dexie'
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest'
import { commit, NotSaved, onLate } from '../../../src/db/commit.ts'
import { type Database, makeDatabase } from '../../../src/db/database.ts'
import { sendMessage } from '../../../src/outbox/send.ts'
import { saveDraft } from '../../../src/outbox/drafts.ts'
import { listInbox } from '../../support/naive-inbox.ts'
import { DATA_KEY } from '../../support/data-key.ts'

let db: Database
let reports: boolean[]
/** Timers that have not fired. The test fires them. */
let waiting: Set<() => void>
let limits: number[]
let count = 0

beforeEach(() => {
  reports = []
  limits = []
  waiting = new Set()
  count += 1
  db = makeDatabase(`commit-${count}`, DATA_KEY, {
    limitMs: 10_000,
    after(ms, then) {
      limits.push(ms)
      waiting.add(then)
      return () => waiting.delete(then)
    },
    report: (isSaving) => reports.push(isSaving),
  })
})

afterEach(() => db.delete())

function passTenSeconds(): void {
  for (const then of waiting) then()
}

/** Opens a transaction that blocks all others until it is released. */
async function blockWrites(): Promise<() => void> {
  await db.open()
  let isBlocking = true
  const store = db
    .backendDB()
    .transaction(['outbox', 'drafts', 'threads', 'conversations'], 'readwrite')
    .objectStore('outbox')
  const spin = (): void => {
    if (isBlocking) store.get(0).addEventListener('success', spin)
  }
  spin()
  const release = (): void => {
    isBlocking = false
  }
  onTestFinished(release)
  return release
}

it('commit resolves when the write is durable, and leaves no timer', async () => {
  await sendMessage(db, { conversationId: 'c', content: 'Hi' })
  expect(await db.outbox.count()).toBe(1)
  expect([reports, limits, waiting.size]).toEqual([[true], [10_000], 0])
})

it('commit keeps the transaction open across awaits in nested functions', async () => {
  const write = async (content: string): Promise<void> => {
    const before = await db.drafts.get('c')
    await db.drafts.put({ conversationId: 'c', text: `${before?.text ?? ''}${content}`, caret: 0, updatedAt: 1 })
  }
  const again = async (content: string): Promise<void> => write(content)
  const rows = await commit(db, [db.drafts], async () => {
    await db.drafts.get('another')
    await write('one')
    await again('two')
    await db.drafts.delete('another')
    return db.drafts.toArray()
  })
  expect(rows).toMatchObject([{ text: 'onetwo' }])
})

it('commit aborts a write after ten seconds: the message is not queued, and earlier data stays', async () => {
  await saveDraft(db, { conversationId: 'c', text: 'The words', caret: 9 })
  await sendMessage(db, { conversationId: 'b', content: 'earlier' })
  const release = await blockWrites()
  const sending = sendMessage(db, { conversationId: 'c', content: 'The words' })
  await expect.poll(() => waiting.size).toBe(1)
  passTenSeconds()
  await expect(sending).rejects.toThrow(NotSaved)
  expect(reports.at(-1)).toBe(false)
  release()
  expect(await db.drafts.get('c')).toMatchObject({ text: 'The words' })
  expect((await db.outbox.toArray()).map((op) => op.conversationId)).toEqual(['b'])
  expect((await listInbox(db, { name: 'inbox', channel: null })).rows).toEqual([])
  await saveDraft(db, { conversationId: 'c', text: 'It saves again', caret: 0 })
  expect(reports.at(-1)).toBe(true)
})

it('commit rejects an overdue write that cannot be aborted, and onLate reports when it succeeds later', async () => {
  const release = await blockWrites()
  const writing = commit(db, [db.drafts], async () => {
    // The browser throws this when the transaction is already committing.
    Object.assign(Dexie.currentTransaction, {
      abort() {
        throw new DOMException('committing', 'InvalidStateError')
      },
    })
    await db.drafts.put({ conversationId: 'c', text: 'late', caret: 0, updatedAt: 1 })
  })
  await expect.poll(() => waiting.size).toBe(1)
  // The transaction object exists only after its work has started.
  await new Promise((resolve) => setImmediate(resolve))
  passTenSeconds()
  const error: unknown = await writing.catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(NotSaved)
  const heard = new Promise<void>((resolve) => onLate(error, resolve))
  release()
  await heard
  expect(await db.drafts.get('c')).toMatchObject({ text: 'late' })
})

it('onLate never reports an aborted write', async () => {
  let isHeard = false
  onLate(new NotSaved(null), () => (isHeard = true))
  onLate(new NotSaved(Promise.reject(new Error('refused in the end'))), () => (isHeard = true))
  onLate(new Error('another'), () => (isHeard = true))
  await new Promise((resolve) => setImmediate(resolve))
  expect(isHeard).toBe(false)
})

it.each(['QuotaExceededError', 'UnknownError'])(
  'commit reports a disk error (%s) and stores nothing of the write',
  async (name) => {
    await expect(
      commit(db, [db.drafts], async () => {
        await db.drafts.put({ conversationId: 'c', text: 'x', caret: 0, updatedAt: 1 })
        throw Object.assign(new Error('refused'), { name })
      }),
    ).rejects.toThrow('refused')
    expect(reports).toEqual([false])
    expect(await db.drafts.count()).toBe(0)
  },
)

it('commit does not report a bug in the work as a disk error', async () => {
  await expect(commit(db, [db.drafts], () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug')
  expect(reports).toEqual([])
})
