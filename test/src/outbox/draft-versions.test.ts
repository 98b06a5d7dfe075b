import { describe, expect, it } from 'vitest'
import { withVersion } from '../../../src/outbox/draft-versions.ts'

const texts = (versions: readonly { readonly text: string }[]): string[] => versions.map(({ text }) => text)

describe('withVersion', () => {
  it('puts the newest version first', () => {
    const one = withVersion([], { text: 'Dear Ana', at: 1 })
    expect(texts(withVersion(one, { text: 'Hello Ana', at: 2 }))).toEqual(['Hello Ana', 'Dear Ana'])
  })

  it('drops versions that the new one starts with or repeats', () => {
    const known = [
      { text: 'Dear Ana', at: 3 },
      { text: 'Something else', at: 2 },
      { text: 'Dear', at: 1 },
    ]
    expect(texts(withVersion(known, { text: 'Dear Ana, thank you', at: 4 }))).toEqual([
      'Dear Ana, thank you',
      'Something else',
    ])
    expect(texts(withVersion(known, { text: 'Something else', at: 4 }))).toEqual(['Something else', 'Dear Ana', 'Dear'])
  })

  it('keeps twenty versions and drops the oldest', () => {
    let versions = withVersion([], { text: 'text 0 of 1', at: 0 })
    for (let at = 1; at < 30; at++) versions = withVersion(versions, { text: `text ${at} of 1`, at })
    expect(versions.length).toBe(20)
    expect(versions.at(0)?.text).toBe('text 29 of 1')
    expect(versions.at(-1)?.text).toBe('text 10 of 1')
  })

  it('limits the total length, but keeps the newest version of any length', () => {
    const long = 'a'.repeat(150_000)
    const kept = withVersion([{ text: 'b'.repeat(150_000), at: 1 }], { text: long, at: 2 })
    expect(kept).toEqual([{ text: long, at: 2 }])
    const longer = 'c'.repeat(900_000)
    expect(texts(withVersion(kept, { text: longer, at: 3 }))).toEqual([longer])
  })
})
