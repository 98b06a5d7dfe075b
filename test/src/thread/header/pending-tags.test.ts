import { expect, it } from 'vitest'
import { nextPending, type PendingTags, tagsOnScreen } from '../../../../src/thread/header/pending-tags.ts'

type Event = Parameters<typeof nextPending>[1]

const added = (id: number, tag: string): Event => ({ type: 'changed', id, change: { kind: 'added', tag } })
const removed = (id: number, tag: string): Event => ({ type: 'changed', id, change: { kind: 'removed', tag } })
const stored = (id: number, ...known: readonly string[]): Event => ({ type: 'stored', id, known })
const failed = (id: number): Event => ({ type: 'failed', id })
const listed = (...known: readonly string[]): Event => ({ type: 'listed', known })

function run(...events: readonly Event[]): PendingTags {
  return events.reduce<PendingTags>(nextPending, [])
}

it.each<[string, readonly Event[], readonly string[], readonly string[]]>([
  ['a tag that is not stored yet', [added(1, 'a'), listed()], [], ['a']],
  ['no tag of a failed change', [added(1, 'a'), failed(1)], [], []],
  ['a stored tag over a list that was read before', [added(1, 'a'), stored(1), listed()], [], ['a']],
  ['a later list alone, when the tag was in one', [added(1, 'a'), stored(1), listed('a')], ['b'], ['b']],
  [
    'a later list alone, when the tag was in one before the answer',
    [added(1, 'a'), listed('a'), stored(1, 'a')],
    [],
    [],
  ],
  ['the second list after the change alone, whatever it holds', [added(1, 'a'), stored(1), listed(), listed()], [], []],
  ['the last of two changes of a tag', [added(1, 'a'), removed(2, 'a'), stored(1), listed('a')], ['a'], []],
  ['a tag again that was removed and added', [removed(1, 'a'), added(2, 'a'), stored(1, 'a')], ['a', 'b'], ['b', 'a']],
  ['two tags, of which one is stored', [added(1, 'a'), added(2, 'b'), stored(1), listed('a')], ['a'], ['a', 'b']],
])('the screen shows %s', (_, events, known, expected) => {
  expect(tagsOnScreen(known, run(...events))).toEqual(expected)
})
