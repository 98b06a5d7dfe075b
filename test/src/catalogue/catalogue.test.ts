import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeCatalogue } from '../../../src/catalogue/catalogue.ts'
import type { ListedConversation } from '../../../src/db/list-rows.ts'
import { idsBetween } from '../../../src/catalogue/listing.ts'
import { VIEWS } from '../../../src/db/views.ts'
import { listNaively, totalNaively } from '../../support/naive-inbox.ts'

const ROW: ListedConversation = {
  id: 'conv_1',
  name: 'John Smith',
  customerId: null,
  customerName: 'John Smith',
  customerPhone: null,
  customerEmail: null,
  channel: 'sms',
  status: 'open',
  subject: null,
  lastText: null,
  activityAt: 1,
  isUnread: false,
  waitingSince: null,
  tags: [],
  outboxMark: 'none',
  isOnServer: true,
  hasDraft: false,
  isThreadOnDevice: true,
  isStarred: false,
  snooze: null,
  back: null,
}

const CHANNELS = ['sms', 'email', 'pigeon', 'constructor'] as const
/** Filters of a view: a channel, a tag, both, or none. */
const PLACES = [
  ...[null, ...CHANNELS].map((channel) => [channel, null] as const),
  [null, 'vip'],
  ['sms', 'vip'],
] as const
const ids = fc.integer({ min: 0, max: 11 }).map((number) => `conv_${number}`)
/** Few distinct values, so that ties and repeated moves are common. */
const times = fc.integer({ min: 1, max: 5 })
const rows: fc.Arbitrary<ListedConversation> = fc
  .record({
    channel: fc.constantFrom(...CHANNELS),
    status: fc.constantFrom('open', 'resolved', 'closed', 'snoozed'),
    activityAt: times,
    isUnread: fc.boolean(),
    waitingSince: fc.option(times),
    hasDraft: fc.boolean(),
    isStarred: fc.boolean(),
    snooze: fc.option(fc.constant({ until: 9, unlessReply: false })),
    back: fc.option(times.map((at) => ({ at, unlessReply: false }))),
    isThreadOnDevice: fc.boolean(),
    tags: fc.subarray(['vip', 'billing', 'a\nb']),
    customerPhone: fc.option(fc.constantFrom('+1 555 010 0199', '+15550100199', '+44 20')),
    customerEmail: fc.option(fc.constantFrom('Ana@example.com', 'ana@example.com ')),
  })
  .map((fields) => ({ ...ROW, ...fields }))
const batches = fc.array(
  fc.uniqueArray(fc.tuple(ids, fc.option(rows, { freq: 4 })), { selector: ([id]) => id, maxLength: 10 }),
  { maxLength: 12 },
)

describe('makeCatalogue', () => {
  it('equals a full recount after any changes', () => {
    fc.assert(
      fc.property(batches, (steps) => {
        const catalogue = makeCatalogue()
        const model = new Map<string, ListedConversation>()
        for (const step of steps) {
          const changes = step.map(([id, row]) => ({ id, shown: row === null ? null : { ...row, id } }))
          catalogue.apply(changes)
          for (const { id, shown } of changes) {
            if (shown === null) model.delete(id)
            else model.set(id, shown)
          }
          const all = [...model.values()]
          expect(catalogue.totals()).toEqual(totalNaively(all))
          expect(catalogue.listTags()).toEqual([...new Set(all.flatMap((row) => row.tags))].toSorted())
          for (const name of VIEWS) {
            for (const [channel, tag] of PLACES) {
              const listing = catalogue.list(name, channel, tag)
              const expected = listNaively(all, { name, channel, tag }).map((row) => row.id)
              expect(idsBetween(listing, 0, listing.count)).toEqual(expected)
              expect(expected.map((id) => listing.indexOf(id))).toEqual(expected.map((_, index) => index))
            }
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('keeps the identity of lists and totals until they change', () => {
    const catalogue = makeCatalogue()
    const row = (id: string, fields: Partial<ListedConversation> = {}) => ({ id, shown: { ...ROW, id, ...fields } })
    catalogue.apply([row('a', { channel: 'email' }), row('b')])
    const before = [catalogue.list('inbox', null), catalogue.list('inbox', 'email'), catalogue.totals()]
    catalogue.apply([row('b', { lastText: 'Other words in the same place' })])
    expect([catalogue.list('inbox', null), catalogue.list('inbox', 'email'), catalogue.totals()]).toEqual(before)
    expect(catalogue.list('inbox', null)).toBe(before[0])
    catalogue.apply([row('b', { activityAt: 9 })])
    expect(catalogue.list('inbox', null)).not.toBe(before[0])
    // A change in another channel keeps the filtered list.
    expect(catalogue.list('inbox', 'email')).toBe(before[1])
    expect(catalogue.totals()).toBe(before[2])
  })

  it('never changes a listing that it has returned', () => {
    const catalogue = makeCatalogue()
    catalogue.apply(['a', 'b', 'c'].map((id, index) => ({ id, shown: { ...ROW, id, activityAt: -index } })))
    const kept = catalogue.list('inbox', null)
    catalogue.apply([
      { id: 'b', shown: null },
      { id: 'c', shown: { ...ROW, id: 'c', activityAt: 100 } },
    ])
    expect(idsBetween(kept, 0, 9)).toEqual(['a', 'b', 'c'])
    expect(kept.indexOf('c')).toBe(2)
    expect(idsBetween(catalogue.list('inbox', null), 0, 9)).toEqual(['c', 'a'])
  })

  it('sorts thousands of conversations correctly', () => {
    const catalogue = makeCatalogue()
    const all = Array.from({ length: 5_000 }, (_, index) => ({
      ...ROW,
      id: `conv_${index}`,
      activityAt: (index * 7_919) % 5_000,
    }))
    for (let from = 0; from < all.length; from += 250) {
      catalogue.apply(all.slice(from, from + 250).map((shown) => ({ id: shown.id, shown })))
    }
    const listing = catalogue.list('all', null)
    expect(idsBetween(listing, 0, 5_000)).toEqual(listNaively(all, { name: 'all', channel: null }).map((row) => row.id))
  })
})
