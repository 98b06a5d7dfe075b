import { describe, expect, it } from 'vitest'
import { MAX_TAGS, selectionTags } from '../../../src/bulk/selection-tag-lines.ts'

const COUNTS = new Map([
  ['vip', 3],
  ['urgent', 1],
])

describe('selectionTags', () => {
  it('says whether all, some or none have a tag, the most common first', () => {
    expect(selectionTags(['billing', 'urgent', 'vip'], COUNTS, { total: 3, shown: [] })).toEqual([
      { tag: 'vip', count: 3, state: 'all' },
      { tag: 'urgent', count: 1, state: 'some' },
      { tag: 'billing', count: 0, state: 'none' },
    ])
  })

  it('keeps every tag in its place when it is toggled', () => {
    const toggled = new Map([['urgent', 3]])
    const tags = selectionTags(['billing', 'urgent', 'vip'], toggled, { total: 3, shown: ['vip', 'urgent', 'billing'] })
    expect(tags.map(({ tag, state }) => [tag, state])).toEqual([
      ['vip', 'none'],
      ['urgent', 'all'],
      ['billing', 'none'],
    ])
  })

  it('adds a new tag at the end', () => {
    const tags = selectionTags([], new Map([['new', 5]]), { total: 5, shown: ['vip'] })
    expect(tags.map(({ tag }) => tag)).toEqual(['vip', 'new'])
  })

  it('shows the tags of a changed selection in place of unused ones', () => {
    const shown = ['vip', ...Array.from({ length: MAX_TAGS - 2 }, (_, index) => `unused ${index}`), 'urgent']
    const tags = selectionTags(
      [],
      new Map([
        ['urgent', 1],
        ['late', 2],
      ]),
      { total: 2, shown },
    )
    expect(tags.map(({ tag }) => tag)).toEqual([...shown.slice(0, MAX_TAGS - 2), 'urgent', 'late'])
  })

  it('shows a limited number', () => {
    const many = new Map(Array.from({ length: 40 }, (_, index) => [`tag ${index}`, index + 1] as const))
    expect(selectionTags([], many, { total: 40, shown: [] })).toHaveLength(MAX_TAGS)
  })
})
