import { expect, it } from 'vitest'
import { countShownTags } from '../../../../src/thread/header/shown-tags.ts'

const many = (count: number, length = 6): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${index}`.padEnd(length, 'x'))

it.each([
  ['no tags', [], 0, 0],
  ['three short tags', many(3), 3, 1],
  ['as many as fill a line', many(40), 3, 1],
  ['more that are shorter', many(40, 1), 6, 1],
  ['the last one where it fits in place of "+1"', many(4), 4, 1],
  ['two short ones also in a narrow thread', ['a', 'b'], 2, 2],
  ['one long one of many', many(40, 50), 1, 1],
  ['one very long one', ['x'.repeat(500)], 1, 1],
  ['fewer in wide letters', ['緊急対応中', '重要顧客様', '返品手続き', '請求書発行'], 2, 1],
  ['tags of emoji', ['🚀', '🔥', '💎'], 3, 1],
  ['as many Arabic ones as Latin ones', ['عاجل1x', 'مهم1xx', 'شحن1xx', 'دفع1xx', 'نقل1xx'], 3, 1],
])('the header shows %s', (_, labels, wide, narrow) => {
  expect([countShownTags(labels, 'wide'), countShownTags(labels, 'narrow')]).toEqual([wide, narrow])
})
