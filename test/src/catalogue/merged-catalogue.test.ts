import { describe, expect, it } from 'vitest'
import { type Catalogue, makeCatalogue } from '../../../src/catalogue/catalogue.ts'
import { idsBetween } from '../../../src/catalogue/listing.ts'
import type { ListCatalogue } from '../../../src/catalogue/live-catalogue.ts'
import { makeMergedCatalogue } from '../../../src/catalogue/merged-catalogue.ts'
import type { ListedConversation, ListedState } from '../../../src/db/list-rows.ts'

function state(activityAt: number, more: Partial<ListedState> = {}): ListedState {
  return {
    ...{ channel: 'sms', status: 'open', tags: [], isUnread: false, waitingSince: null, activityAt },
    ...{ hasDraft: false, isThreadOnDevice: true, isStarred: false, snooze: null, back: null },
    ...more,
  } as unknown as ListedState
}

/** A workspace with an in-memory catalogue. Its rows hold only their id. */
function source(workspaceId: string, facts: { isFull: boolean } = { isFull: true }) {
  const catalogue: Catalogue = makeCatalogue()
  const rows = new Map<string, ListedConversation>()
  const shownIds: string[] = []
  const live = {
    ...catalogue,
    isFull: () => facts.isFull,
    subscribe: () => () => {},
    row: (id: string) => rows.get(id),
    show: (ids: readonly string[]) => void shownIds.push(...ids),
    full: () => Promise.resolve(),
    settled: () => Promise.resolve(),
    listThreadless: () => Promise.resolve(catalogue.listThreadless()),
  } as ListCatalogue
  return { workspaceId, catalogue: live, apply: catalogue.apply, rows, shownIds, facts }
}

function set(...sources: ReturnType<typeof source>[]): ListCatalogue {
  return makeMergedCatalogue(
    () => sources,
    () => () => {},
  )
}

function keys(merged: ListCatalogue): readonly string[] {
  const listing = merged.list('inbox', null)
  return listing === null ? [] : idsBetween(listing, 0, listing.count)
}

describe('makeMergedCatalogue', () => {
  it('lists, counts and finds conversations with equal ids in each workspace', () => {
    const [v, w] = [source('v'), source('w')]
    v.apply([{ id: '1', shown: state(5, { tags: ['vip'] }) }])
    w.apply([{ id: '1', shown: state(9, { isUnread: true, tags: ['vip', 'new'] }) }])
    const merged = set(v, w)
    expect(keys(merged)).toEqual(['w/1', 'v/1'])
    expect([merged.isIn('unread', 'w/1'), merged.isIn('unread', 'v/1')]).toEqual([true, false])
    expect(merged.totals()).toMatchObject({ counts: { inbox: 2, unread: 1 }, tagCounts: { vip: 2, new: 1 } })
    expect(merged.listTags()).toEqual(['new', 'vip'])
    expect(Object.fromEntries(merged.countTags(['v/1', 'w/1']))).toEqual({ vip: 2, new: 1 })
  })

  it('keeps a listing and totals that did not change, and makes new ones after a change', () => {
    const [v, w] = [source('v'), source('w')]
    v.apply([{ id: '1', shown: state(5) }])
    const merged = set(v, w)
    const before = { listing: merged.list('inbox', null), totals: merged.totals() }
    expect([merged.list('inbox', null), merged.totals()]).toEqual([before.listing, before.totals])
    expect(merged.list('inbox', null)).toBe(before.listing)
    expect(merged.totals()).toBe(before.totals)
    w.apply([{ id: '2', shown: state(7) }])
    expect(merged.list('inbox', null)).not.toBe(before.listing)
    expect(keys(merged)).toEqual(['w/2', 'v/1'])
    // What was listed stays as it was.
    expect(before.listing?.count).toBe(1)
  })

  it('leaves out a workspace until it is loaded, and is null while none is', () => {
    const [v, w] = [source('v'), source('w', { isFull: false })]
    v.apply([{ id: '1', shown: state(5) }])
    w.apply([{ id: '2', shown: state(7) }])
    const merged = set(v, w)
    expect(keys(merged)).toEqual(['v/1'])
    w.facts.isFull = true
    expect(keys(merged)).toEqual(['w/2', 'v/1'])
    v.facts.isFull = false
    w.facts.isFull = false
    expect([merged.list('inbox', null), merged.totals(), merged.isFull()]).toEqual([null, null, false])
  })

  it('gives rows their key and keeps them the same object, and asks each workspace for its own rows', () => {
    const [v, w] = [source('v'), source('w')]
    v.rows.set('1', { id: '1', name: 'Ann' } as ListedConversation)
    const merged = set(v, w)
    expect(merged.row('v/1')).toEqual({ id: 'v/1', name: 'Ann' })
    expect(merged.row('v/1')).toBe(merged.row('v/1'))
    expect([merged.row('w/1'), merged.row('1')]).toEqual([undefined, undefined])
    merged.show(['v/1', 'w/2', 'v/3'])
    expect([v.shownIds, w.shownIds]).toEqual([['1', '3'], ['2']])
  })
})
