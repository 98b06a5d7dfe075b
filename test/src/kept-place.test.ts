import { describe, expect, it } from 'vitest'
import { allPlaceIn, type KeptPlace, readPlace, viewOnly, writeAllPlace, writePlace } from '../../src/kept-place.ts'

const PLACE: KeptPlace = {
  workspaceId: 'w1',
  isAll: false,
  screen: 'inbox',
  name: 'waiting',
  channel: 'sms',
  tag: null,
  selectedId: 'conv_5',
  listTop: 480,
  isWriting: true,
}

describe('a stored place', () => {
  it('is read as it was written', () => {
    expect(readPlace(writePlace(PLACE, 0), 'w1')).toEqual({ place: PLACE, returns: 0 })
    const outbox: KeptPlace = {
      ...PLACE,
      screen: 'outbox',
      tag: 'vip',
      channel: null,
      selectedId: null,
      isWriting: false,
    }
    expect(readPlace(writePlace(outbox, 1), 'w1')).toEqual({ place: outbox, returns: 1 })
  })

  it('is given up after the page crashed there twice more', () => {
    expect(readPlace(writePlace(PLACE, 1), 'w1')).not.toBeNull()
    expect(readPlace(writePlace(PLACE, 2), 'w1')).toBeNull()
  })

  it('belongs to one workspace', () => expect(readPlace(writePlace(PLACE, 0), 'w2')).toBeNull())

  it('of All inboxes belongs to all, without what only one workspace knows', () => {
    const all: KeptPlace = { ...PLACE, isAll: true, tag: 'sealed by w1' }
    expect(readPlace(writePlace(all, 1), 'w1')).toEqual({ place: all, returns: 1 })
    const nothing = { tag: null, selectedId: null, listTop: 0, isWriting: false }
    expect(readPlace(writePlace(all, 1), 'w2')).toEqual({
      place: { ...all, ...nothing, workspaceId: 'w2' },
      returns: 1,
    })
  })

  it.each<[string, string | null]>([
    ['nothing', null],
    ['an empty text', ''],
    ['cut JSON', '{"workspaceId":"w1"'],
    ['another value', '"w1"'],
    ['an unknown view', JSON.stringify({ ...PLACE, name: 'spam' })],
    ['no view', JSON.stringify({ workspaceId: 'w1' })],
  ])('isn’t read from %s', (_name, stored) => expect(readPlace(stored, 'w1')).toBeNull())

  it('ignores invalid fields', () => {
    const odd = {
      ...PLACE,
      screen: 'x',
      channel: 7,
      tag: {},
      selectedId: '',
      listTop: 'a',
      isWriting: 'yes',
      returns: null,
    }
    expect(readPlace(JSON.stringify(odd), 'w1')?.place).toEqual({
      ...PLACE,
      channel: null,
      tag: null,
      selectedId: null,
      listTop: 0,
      isWriting: false,
    })
  })

  it('for the next start is that of one workspace, or of All inboxes for all', () => {
    const all: KeptPlace = { ...PLACE, isAll: true, tag: 'sealed by w1' }
    const stored = writeAllPlace(all)
    expect(JSON.parse(stored ?? '')).toEqual({ name: 'waiting', channel: 'sms' })
    const nothing = { tag: null, selectedId: null, listTop: 0, isWriting: false }
    expect(readPlace(allPlaceIn(stored, 'w2'), 'w2')?.place).toEqual({ ...all, ...nothing, workspaceId: 'w2' })
    expect([writeAllPlace(PLACE), allPlaceIn(null, 'w2'), readPlace(allPlaceIn('{}', 'w2'), 'w2')]).toEqual([
      null,
      null,
      null,
    ])
    expect(readPlace(viewOnly(writePlace(all, 0)), 'w1')?.place.isAll).toBe(false)
  })

  it('holds ids and numbers, and no text of a customer', () => {
    expect(Object.keys(JSON.parse(writePlace(PLACE, 0)) as object).toSorted()).toEqual(
      [...Object.keys(PLACE), 'returns'].toSorted(),
    )
  })
})
