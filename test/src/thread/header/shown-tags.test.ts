import { expect, it } from 'vitest'
import { countShownTags } from '../../../../src/thread/header/shown-tags.ts'

const many = (count: number, length = 6): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${index}`.padEnd(length, 'x'))

it.each([
  ['no tags', [], 0],
  ['three short tags', many(3), 3],
  ['as many as fill a line', many(40), 4],
  ['no more than eight, however short', many(40, 2), 8],
  ['two long ones at least', many(40, 50), 2],
  ['the last one instead of "+1"', many(5), 5],
  ['"+2"', many(6), 4],
  ['one very long one', ['x'.repeat(500)], 1],
])('the header shows %s', (_, labels, count) => {
  expect(countShownTags(labels)).toBe(count)
})
