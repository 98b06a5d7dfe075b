import { describe, expect, it } from 'vitest'
import { contactQuery } from '../../../../src/search/query/contact-query.ts'

describe('contactQuery', () => {
  it.each<[string, string | null]>([
    ['a', null],
    ['  ', null],
    ['""', null],
    ['ana', 'from:ana'],
    ['Souza  Án', 'from:souza from:an'],
    ['tag:vip "x', 'from:tag:vip from:x'],
    ['-ana', 'from:-ana'],
    ['ana@x.c', 'from:ana@x.c'],
    ['07911 12', 'from:791112'],
    ['+44 (0)20', 'from:4420'],
    ['00', null],
    ['tel:+44-7911-123456', 'from:447911123456'],
    ['۰۹۱۲ ۰۰۰ ۰۰۰۱', 'from:9120000001'],
    ['\u202a+1 555‑010‑0199\u202c', 'from:15550100199'],
  ])('for %j', (typed, text) => {
    expect(contactQuery(typed)).toBe(text)
  })
})
