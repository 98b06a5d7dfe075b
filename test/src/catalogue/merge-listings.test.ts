import { describe, expect, it } from 'vitest'
import { idsBetween, listingOf } from '../../../src/catalogue/listing.ts'
import { mergeListings, type MergedPart } from '../../../src/catalogue/merge-listings.ts'
import { rowKey, splitRowKey } from '../../../src/catalogue/row-key.ts'
import type { ViewName } from '../../../src/db/views.ts'

/** A workspace's list of conversations with the number that sorts them, in that order. */
function part(workspaceId: string, rows: readonly (readonly [string, number])[]): MergedPart {
  const values = new Map(rows)
  const ids = rows.map(([id]) => id)
  return {
    workspaceId,
    listing: listingOf({ name: 'inbox', channel: null }, ids),
    sortedBy: (id) => values.get(id) ?? 0,
  }
}

function merged(name: ViewName, parts: readonly MergedPart[]) {
  return mergeListings({ name, channel: null }, parts)
}

describe('mergeListings', () => {
  it.each<[string, ViewName, MergedPart[], string[]]>([
    ['no part', 'inbox', [], []],
    ['one part', 'inbox', [part('w', [['1', 9]])], ['w/1']],
    [
      'newest activity first',
      'inbox',
      [
        part('v', [
          ['1', 9],
          ['2', 3],
        ]),
        part('w', [
          ['3', 7],
          ['4', 1],
        ]),
      ],
      ['v/1', 'w/3', 'v/2', 'w/4'],
    ],
    [
      'the longest wait first in the waiting view',
      'waiting',
      [
        part('v', [
          ['1', 3],
          ['2', 9],
        ]),
        part('w', [
          ['3', 1],
          ['4', 7],
        ]),
      ],
      ['w/3', 'v/1', 'w/4', 'v/2'],
    ],
    [
      'rows of equal time in the order of the workspaces',
      'inbox',
      [part('v', [['1', 5]]), part('w', [['1', 5]])],
      ['v/1', 'w/1'],
    ],
    ['an empty part', 'inbox', [part('v', []), part('w', [['1', 5]])], ['w/1']],
  ])('lists %s', (_, name, parts, expected) => {
    const listing = merged(name, parts)
    expect(listing.count).toBe(expected.length)
    expect(idsBetween(listing, 0, listing.count)).toEqual(expected)
    expect(expected.map((key) => listing.indexOf(key))).toEqual(expected.map((_key, index) => index))
  })

  it('tells conversations with the same id on two servers apart', () => {
    const listing = merged('inbox', [part('v', [['1', 5]]), part('w', [['1', 9]])])
    expect([listing.indexOf('w/1'), listing.indexOf('v/1')]).toEqual([0, 1])
  })

  it('knows nothing of other workspaces, other conversations and other places', () => {
    const listing = merged('inbox', [part('v', [['1', 5]])])
    expect([listing.indexOf('w/1'), listing.indexOf('v/2'), listing.indexOf('1')]).toEqual([-1, -1, -1])
    expect([listing.idAt(-1), listing.idAt(1)]).toEqual([null, null])
  })

  it('gives the order of a full sort for random lists', () => {
    let seed = 7
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return seed % below
    }
    for (let round = 0; round < 50; round += 1) {
      const parts = ['a', 'b', 'c'].map((workspaceId) => {
        const rows = Array.from({ length: random(12) }, (_, index) => [`${index}`, random(40)] as const)
        return part(
          workspaceId,
          rows.toSorted((one, other) => other[1] - one[1]),
        )
      })
      const all = parts.flatMap(({ workspaceId, listing, sortedBy }) =>
        idsBetween(listing, 0, listing.count).map((id) => ({ key: rowKey(workspaceId, id), at: sortedBy(id) })),
      )
      const expected = all.toSorted((one, other) => other.at - one.at).map(({ key }) => key)
      const listing = merged('inbox', parts)
      expect(idsBetween(listing, 0, listing.count)).toEqual(expected)
    }
  })
})

describe('row keys', () => {
  it.each(['1', 'conv_abc123', 'a/b', '/', ''])('hold the workspace and any conversation id (%s)', (conversationId) => {
    expect(splitRowKey(rowKey('w', conversationId))).toEqual({ workspaceId: 'w', conversationId })
  })

  it('are the ids themselves in the list of one workspace', () => {
    expect(rowKey(null, 'a/b')).toBe('a/b')
  })
})
