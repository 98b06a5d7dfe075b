import { describe, expect, it } from 'vitest'
import {
  addedSnippet,
  mergeFlags,
  mergeNote,
  mergeSearches,
  mergeSeen,
  mergeWriting,
  type Writing,
} from '../../../src/device-backup/merges.ts'
import { strengthOf } from '../../../src/device-backup/passphrase.ts'
import type { FlagsRow, SeenRow, SnippetRow } from '../../../src/db/rows.ts'

const NOW = 1_000
const draft = (text: string) => ({ conversationId: 'c', text, caret: 0, updatedAt: 5 })
const writing = (text: string | null, versions: readonly (readonly [string, number])[] = []): Writing => ({
  draft: text === null ? undefined : draft(text),
  versions: versions.map(([version, at]) => ({ text: version, at })),
})

describe('mergeWriting', () => {
  it.each([
    ['only there', writing(null), writing('new'), writing('new'), false],
    ['only here', writing('mine'), writing(null), writing('mine'), false],
    ['the same', writing('same'), writing('same'), writing('same'), false],
    [
      'a beginning of the one here',
      writing('Dear Ana, thanks'),
      writing('Dear Ana'),
      writing('Dear Ana, thanks'),
      false,
    ],
    ['another one', writing('mine'), writing('other'), writing('mine', [['other', NOW]]), true],
    ['a longer one', writing('Dear'), writing('Dear Ana'), writing('Dear', [['Dear Ana', NOW]]), true],
    [
      'versions on both',
      writing('mine', [
        ['b', 20],
        ['a', 10],
      ]),
      writing(null, [
        ['c', 15],
        ['a', 10],
      ]),
      writing('mine', [
        ['b', 20],
        ['c', 15],
        ['a', 10],
      ]),
      false,
    ],
    [
      'another one and old versions',
      writing('mine', [['b', 20]]),
      writing('other', [['c', 15]]),
      writing('mine', [
        ['other', NOW],
        ['b', 20],
        ['c', 15],
      ]),
      true,
    ],
  ])('%s', (_, here, there, row, isConflict) => {
    expect(mergeWriting(here, there, NOW)).toEqual({ row, isConflict })
    const again = mergeWriting(row, there, NOW + 1)
    expect(again, 'a second time').toEqual({ row, isConflict: false })
  })

  it('keeps the other draft when there are more versions than fit', () => {
    const many = Array.from({ length: 30 }, (_, index) => [`version ${index} of many`, NOW - 1 - index] as const)
    const { row } = mergeWriting(writing('mine', many.slice(0, 20)), writing('other', many.slice(20)), NOW)
    expect(row.versions).toHaveLength(20)
    expect(row.versions[0]).toEqual({ text: 'other', at: NOW })
  })
})

describe('mergeNote', () => {
  const note = (text: string, customerKey = 'k', updatedAt = 1) => ({ customerKey, text, updatedAt })
  it.each([
    ['only there', undefined, note('b'), note('b'), false],
    ['the same', note('a'), note('a'), note('a'), false],
    [
      'a part of the one here',
      note('call first, then write'),
      note('then write'),
      note('call first, then write'),
      false,
    ],
    ['more than the one here', note('call'), note('call first', 'k', 9), note('call first', 'k', 9), false],
    ['another one', note('a', 'k', 3), note('b', 'k', 9), note('a\n\nb', 'k', 9), true],
  ])('%s', (_, here, there, row, isConflict) => {
    expect(mergeNote(here, there)).toEqual({ row, isConflict })
    expect(mergeNote(row, there)).toEqual({ row, isConflict: false })
  })
})

describe('mergeFlags', () => {
  const snooze = (until: number) => ({ until, unlessReply: false, setAt: 1, knownWords: '' })
  const flags = (fields: Omit<FlagsRow, 'conversationId'>): FlagsRow => ({ conversationId: 'c', ...fields })
  it.each([
    ['only there', undefined, flags({ starredAt: 2 }), flags({ starredAt: 2 }), false],
    ['a star on both', flags({ starredAt: 1 }), flags({ starredAt: 2 }), flags({ starredAt: 1 }), false],
    [
      'a star here, a snooze there',
      flags({ starredAt: 1 }),
      flags({ snooze: snooze(9) }),
      flags({ starredAt: 1, snooze: snooze(9) }),
      false,
    ],
    ['one snooze', flags({ snooze: snooze(9) }), flags({ snooze: snooze(9) }), flags({ snooze: snooze(9) }), false],
    ['two snoozes', flags({ snooze: snooze(5) }), flags({ snooze: snooze(9) }), flags({ snooze: snooze(5) }), true],
    [
      'a snooze there, one that ended here',
      flags({ back: { at: 4, unlessReply: false } }),
      flags({ snooze: snooze(9) }),
      flags({ snooze: snooze(9) }),
      false,
    ],
  ])('%s', (_, here, there, row, isConflict) => {
    expect(mergeFlags(here, there)).toEqual({ row, isConflict })
  })
})

it('mergeSeen takes the later mark', () => {
  const seen = (seenAt: number, lastMessage: string): SeenRow => ({ conversationId: 'c', seenAt, lastMessage })
  expect(mergeSeen(undefined, seen(1, 'a'))).toEqual(seen(1, 'a'))
  expect(mergeSeen(seen(2, 'b'), seen(1, 'a'))).toEqual(seen(2, 'b'))
  expect(mergeSeen(seen(1, 'a'), seen(2, 'b'))).toEqual(seen(2, 'b'))
  expect(mergeSeen(seen(1, 'here'), seen(1, 'there'))).toEqual(seen(1, 'here'))
})

describe('addedSnippet', () => {
  const snippet = (id: string, text: string, shortcut = ''): SnippetRow => ({ id, name: id, shortcut, text })
  const add = (here: readonly SnippetRow[], there: SnippetRow) => addedSnippet(here, there, () => 'new')
  it.each([
    ['a new one', [], snippet('a', 'x', 'hi'), { row: snippet('a', 'x', 'hi'), isConflict: false }],
    ['the same', [snippet('a', 'x')], snippet('a', 'x'), null],
    ['the same under another id', [snippet('b', 'x')], snippet('a', 'x'), null],
    [
      'another text',
      [snippet('a', 'y')],
      snippet('a', 'x'),
      { row: { ...snippet('a', 'x'), id: 'new' }, isConflict: true },
    ],
    [
      'a taken shortcut',
      [snippet('b', 'y', 'hi')],
      snippet('a', 'x', 'hi'),
      { row: snippet('a', 'x'), isConflict: false },
    ],
  ])('%s', (_, here, there, added) => {
    expect(add(here, there)).toEqual(added)
  })
})

it('mergeSearches has each text once', () => {
  const search = (id: string, text: string) => ({ id, name: id, text })
  const here = [search('a', 'is:open'), search('b', 'tag:vip')]
  const merged = mergeSearches(
    here,
    [search('x', 'is:open'), search('b', 'from:ana'), search('y', 'new')],
    () => 'fresh',
  )
  expect(merged).toEqual([...here, { ...search('b', 'from:ana'), id: 'fresh' }, search('y', 'new')])
  expect(mergeSearches(merged, [search('b', 'from:ana')], () => 'fresh')).toEqual(merged)
})

describe('strengthOf', () => {
  it.each([
    ['', 'short'],
    ['short one', 'short'],
    ['🙂🙂🙂🙂🙂🙂🙂🙂🙂', 'short'],
    ['aaaaaaaaaaaaaaaaaaaaaaaa', 'weak'],
    ['1234567890123', 'weak'],
    ['abcdefghijklmnop', 'weak'],
    ['abababababababababababababab', 'weak'],
    ['passwords1', 'weak'],
    ['four quiet green trains', 'fair'],
    ['Tr0ub4dor&3x', 'fair'],
    ['four quiet green trains leave the old harbour', 'strong'],
    ['x9$Lq!v7Rz#2mPw@', 'strong'],
  ] as const)('%s is %s', (passphrase, strength) => {
    expect(strengthOf(passphrase)).toBe(strength)
  })
})
