import { describe, expect, it } from 'vitest'
import { suggestTags, withTag } from '../../../src/words/tag-words.ts'

describe('withTag', () => {
  it.each([
    [['vip'], 'returns', ['vip', 'returns']],
    [['vip'], '  two   words ', ['vip', 'two words']],
    [['vip'], 'VIP', ['vip']],
    [['vip'], ' \n ', ['vip']],
    [[], 'x'.repeat(80), ['x'.repeat(50)]],
  ])('turns %j and %j into %j', (tags, typed, expected) => {
    expect(withTag(tags, typed)).toEqual(expected)
  })

  it('returns the same list when nothing is added, so that nothing is sent', () => {
    const tags = ['vip']
    expect(withTag(tags, 'Vip')).toBe(tags)
  })
})

describe('suggestTags', () => {
  const known = ['archive', 'returns', 'vip', 'very urgent', 'return to sender']
  it.each([
    ['', [], ['archive', 'returns', 'vip', 'very urgent', 'return to sender']],
    ['v', [], ['vip', 'very urgent', 'archive']],
    ['RET', ['Returns'], ['return to sender']],
    ['zzz', [], []],
  ])('suggests for %j, with %j set, %j', (typed, tags, expected) => {
    expect(suggestTags(known, tags, typed)).toEqual(expected)
  })
})
