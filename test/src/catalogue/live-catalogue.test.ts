import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { applyPage, applyThread } from '../../../src/db/cache.ts'
import { type LiveCatalogue, makeLiveCatalogue } from '../../../src/catalogue/live-catalogue.ts'
import type { Totals } from '../../../src/catalogue/catalogue.ts'
import { type Database, makeDatabase } from '../../../src/db/database.ts'
import { idsBetween } from '../../../src/catalogue/listing.ts'
import { findOpenConversation } from '../../../src/db/open-conversation.ts'
import { type ViewName, VIEWS } from '../../../src/db/views.ts'
import { closeConversation, discardOp, setStatus, setTags } from '../../../src/outbox/intents.ts'
import { sendMessage, startConversation } from '../../../src/outbox/send.ts'
import { saveDraft } from '../../../src/outbox/drafts.ts'
import { markSeen } from '../../../src/outbox/seen.ts'
import { aConversation, ANY_TIME, aDatabase, aMessage } from '../../support/builders.ts'
import { listNaively, readAll, totalNaively } from '../../support/naive-inbox.ts'
import { DATA_KEY } from '../../support/data-key.ts'

const running: LiveCatalogue[] = []

afterEach(async () => {
  for (const catalogue of running.splice(0)) await catalogue.stop()
})

/** A catalogue whose timers fire only when the test says so. */
function watch(
  db: Database,
  fillRows?: number,
): LiveCatalogue & { readonly begun: Promise<void>; readonly ring: () => void } {
  const due = new Set<() => void>()
  const catalogue = makeLiveCatalogue({
    db,
    after: (_, then) => {
      due.add(then)
      return () => due.delete(then)
    },
    painted: () => Promise.resolve(),
    yieldToEventLoop: () => new Promise((resolve) => setImmediate(resolve)),
    ...(fillRows === undefined ? {} : { fillRows }),
  })
  running.push(catalogue)
  const begun = catalogue.begin()
  return {
    ...catalogue,
    begun,
    ring() {
      for (const then of due) then()
      due.clear()
    },
  }
}

/** Resolves when the condition is true, possibly at once. */
function when(catalogue: LiveCatalogue, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!holds()) return
      unsubscribe()
      resolve()
    }
    const unsubscribe = catalogue.subscribe(look)
    look()
  })
}

const full = (catalogue: LiveCatalogue): Promise<unknown> => catalogue.full()

async function expectTruth(db: Database, catalogue: LiveCatalogue): Promise<void> {
  const all = await readAll(db)
  const totals = totalNaively(all)
  await when(catalogue, () => {
    const counted = catalogue.totals()
    return counted !== null && byName(counted) === byName(totals)
  })
  for (const name of VIEWS) {
    const expected = listNaively(all, { name, channel: null }).map((row) => row.id)
    await when(catalogue, () => {
      const listing = catalogue.list(name, null)
      return listing !== null && JSON.stringify(idsBetween(listing, 0, listing.count)) === JSON.stringify(expected)
    })
  }
  const inOrder = (name: ViewName) => listNaively(all, { name, channel: null })
  const wanted = new Set([...inOrder('inbox'), ...inOrder('all')].filter((row) => !row.isThreadOnDevice))
  expect(await catalogue.listThreadless()).toEqual([...wanted].map((row) => row.id))
  expect(await catalogue.listOpen()).toEqual(inOrder('inbox').map((row) => row.id))
  for (const row of all) {
    catalogue.show([row.id])
    await when(catalogue, () => JSON.stringify(catalogue.row(row.id)) === JSON.stringify(row))
  }
}

/** Counts sorted by key. */
const byName = ({ channelCounts, tagCounts, ...totals }: Totals): string => {
  const sorted = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([sorted(channelCounts), sorted(tagCounts), totals])
}

const timing = { askedAt: 1_000_000, now: 1_000_000 }
const many = (count: number, fields = {}) =>
  Array.from({ length: count }, (_, index) => aConversation({ id: `conv_${index}`, timestamp: index, ...fields }))

describe('makeLiveCatalogue', () => {
  it('settles when all writes are applied', async () => {
    const db = aDatabase()
    const catalogue = watch(db)
    await full(catalogue)
    await applyPage(db, many(600), timing)
    await closeConversation(db, { conversationId: 'conv_7' })
    await catalogue.settled()
    expect(catalogue.totals()?.counts).toMatchObject({ all: 600, closed: 1 })
    await catalogue.settled()
  })

  it('equals a full recount after any writes in any order', async () => {
    const id = fc.integer({ min: 0, max: 5 }).map((number) => `conv_${number}`)
    const step = fc.oneof(
      fc.record({
        do: fc.constant('page' as const),
        ids: fc.uniqueArray(id, { maxLength: 6 }),
        status: fc.constantFrom('open', 'resolved'),
        at: fc.integer({ min: 0, max: 9 }),
      }),
      fc.record({
        do: fc.constantFrom(
          'send',
          'resolve',
          'close',
          'tag',
          'seen',
          'draft',
          'undraft',
          'thread',
          'vanish',
          'discard',
          'empty outbox',
        ),
        id,
      }),
      fc.record({ do: fc.constant('begin' as const) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), fc.nat(8), async (steps, startsAt) => {
        const db = aDatabase()
        // Filled in chunks of two, with writes between and during them.
        let catalogue = startsAt === 0 ? watch(db, 2) : null
        for (const [index, step] of steps.entries()) {
          await carryOut(db, step)
          if (index + 1 === startsAt) catalogue = watch(db, 2)
        }
        catalogue ??= watch(db, 2)
        await full(catalogue)
        await expectTruth(db, catalogue)
        await catalogue.stop()
        db.close()
      }),
      { numRuns: 60 },
    )
  })

  it('applies a page of a hundred rows', async () => {
    const db = aDatabase()
    const heard: string[] = []
    db.changes.subscribe((ids) => heard.push(...ids))
    await applyPage(db, many(100), timing)
    expect(heard.toSorted()).toEqual(
      many(100)
        .map(({ id }) => id)
        .toSorted(),
    )
  })

  it('ignores an aborted transaction', async () => {
    const db = aDatabase()
    const heard: string[] = []
    db.changes.subscribe((ids) => heard.push(...ids))
    const written = db.transaction('rw', db.drafts, async () => {
      await db.drafts.put({ conversationId: 'conv_1', text: 'x', caret: 1, updatedAt: 1 })
      throw new Error('no')
    })
    await expect(written).rejects.toThrow('no')
    expect(heard).toEqual([])
  })

  it('shows the top of every view immediately at the next start, and then the whole view', async () => {
    const db = aDatabase()
    await applyPage(db, many(700), timing)
    const first = watch(db)
    await full(first)
    first.ring()
    await first.stop()
    db.close()

    const again = makeDatabase(db.name, DATA_KEY, undefined, ANY_TIME)
    // Its last message has changed since the snapshot was saved.
    await again.conversations.update('conv_699', { lastMessage: 'Newer words' })
    const second = watch(again)
    // Before anything is drawn.
    await second.begun
    const early = second.list('inbox', null)
    expect(early?.count).toBe(700)
    expect(early?.idAt(0)).toBe('conv_699')
    expect(second.row('conv_699')?.lastText).toBe('Newer words')
    expect(second.totals()?.counts.unread).toBe(700)
    await full(second)
    const listing = second.list('inbox', null)
    expect(listing?.count).toBe(700)
    expect(listing?.idAt(699)).toBe('conv_0')
    expect(second.list('inbox', 'sms')?.count).toBe(700)
    again.close()
  })

  it('keeps the identity of unchanged lists and replaces changed ones', async () => {
    const db = aDatabase()
    await applyPage(db, many(3), timing)
    const catalogue = watch(db)
    await full(catalogue)
    const before = catalogue.list('inbox', null)
    catalogue.show(['conv_0', 'conv_1'])
    await when(catalogue, () => catalogue.row('conv_1') !== undefined)
    const row = catalogue.row('conv_1')
    await saveDraft(db, { conversationId: 'conv_0', text: 'Dear', caret: 4 })
    await when(catalogue, () => catalogue.row('conv_0')?.hasDraft === true)
    expect(catalogue.list('inbox', null)).toBe(before)
    expect(catalogue.row('conv_1')).toBe(row)
    expect(catalogue.list('drafts', null)?.idAt(0)).toBe('conv_0')
  })

  it('finds the open conversation with an address and no other', async () => {
    const db = aDatabase()
    const phone = { customerPhone: '+1 (555) 123-4567', channel: 'whatsapp' }
    await applyPage(
      db,
      [
        aConversation({ id: 'closed', ...phone, status: 'closed' }),
        aConversation({ id: 'sms', ...phone, channel: 'sms' }),
        aConversation({ id: 'this', ...phone }),
        aConversation({
          id: 'mail',
          channel: 'email',
          customerPhone: '+1 555 999 0000',
          customerEmail: 'Ana@Example.com',
        }),
      ],
      timing,
    )
    const find = (contact: Parameters<typeof findOpenConversation>[1]) => findOpenConversation(db, contact)
    expect((await find({ channel: 'whatsapp', phone: '+15551234567' }))?.id).toBe('this')
    expect((await find({ channel: 'email', email: ' ana@example.com' }))?.id).toBe('mail')
    expect(await find({ channel: 'whatsapp', phone: '' })).toBeNull()
    expect(await find({ channel: 'whatsapp', phone: '+15551234568' })).toBeNull()
    await setStatus(db, { conversationId: 'this', status: 'resolved' })
    // Without an open conversation on this channel, one on another channel is offered.
    expect((await find({ channel: 'whatsapp', phone: '+15551234567' }))?.id).toBe('sms')
    await setStatus(db, { conversationId: 'sms', status: 'resolved' })
    expect(await find({ channel: 'whatsapp', phone: '+15551234567' })).toBeNull()
  })
})

type Step = {
  readonly do: string
  readonly id?: string
  readonly ids?: readonly string[]
  readonly status?: string
  readonly at?: number
}

async function carryOut(db: Database, step: Step): Promise<void> {
  const conversationId = step.id ?? ''
  const lastOp = await db.outbox.where('conversationId').equals(conversationId).last()
  switch (step.do) {
    case 'page': {
      const received = (step.ids ?? []).map((id) =>
        aConversation({ id, status: step.status ?? 'open', lastMessage: `Words ${step.at}`, timestamp: step.at ?? 0 }),
      )
      await applyPage(db, received, timing)
      return
    }
    case 'send':
      await sendMessage(db, { conversationId, content: 'Good morning' })
      return
    case 'resolve':
      return setStatus(db, { conversationId, status: 'resolved' })
    case 'close':
      return closeConversation(db, { conversationId })
    case 'tag':
      return setTags(db, { conversationId, tags: ['vip'] })
    case 'seen':
      return markSeen(db, { conversationId, markedAt: null })
    case 'draft':
      return saveDraft(db, { conversationId, text: 'Dear', caret: 4 })
    case 'undraft':
      return saveDraft(db, { conversationId, text: '', caret: 0 })
    case 'thread': {
      const conversation = aConversation({ id: conversationId })
      await applyThread(db, conversationId, { conversation, messages: [aMessage()], serverAt: null }, timing)
      return
    }
    case 'vanish':
      return db.conversations.delete(conversationId)
    case 'discard':
      return lastOp === undefined ? undefined : discardOp(db, { opId: lastOp.id })
    case 'empty outbox':
      return db.outbox.clear()
    default:
      await startConversation(db, { channel: 'sms', customerPhone: '+15550001', content: 'Hello' })
  }
}
