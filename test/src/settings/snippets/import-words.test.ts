import { describe, expect, it } from 'vitest'
import { importLines, importWords } from '../../../../src/settings/snippets/import-words.ts'

const HOURS = { name: 'Hours', shortcut: '', text: 'Nine to five' }
const ORDER = { name: '“Order”', why: 'has no text' }
const read = { ok: true, added: [HOURS, HOURS], alreadyThere: 0, changed: 0, leftOut: [] } as const

describe('importWords', () => {
  it.each([
    ['all added', read, '2 added.'],
    [
      'some existing',
      { ...read, alreadyThere: 3, changed: 1 },
      '2 added. 3 already existed. 1 renamed or added without a shortcut, because theirs was taken.',
    ],
    ['one skipped', { ...read, leftOut: [ORDER] }, '2 of 3 added. “Order” skipped: it has no text.'],
    ['two skipped', { ...read, leftOut: [ORDER, { name: 'Entry 4', why: 'has no name' }] }, '2 of 4 added. 2 skipped:'],
    [
      'a rejected file',
      { ok: false, problem: 'This isn’t a JSON file' } as const,
      'This isn’t a JSON file. Nothing changed.',
    ],
  ])('describes %s', (_, imported, text) => expect(importWords(imported)).toBe(text))

  it('lists several skipped entries with their reasons', () => {
    expect(importLines({ ...read, leftOut: [ORDER, { name: 'Entry 4', why: 'has no name' }] })).toEqual([
      '“Order” has no text',
      'Entry 4 has no name',
    ])
    expect(importLines({ ...read, leftOut: [ORDER] })).toEqual([])
  })
})
