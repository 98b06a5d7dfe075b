import { describe, expect, it } from 'vitest'
import { withVersion } from '../../../src/outbox/draft-versions.ts'

const texts = (versions: readonly { readonly text: string }[]): string[] => versions.map(({ text }) => text)

describe('the versions of a draft', () => {
  it('stand the newest first', () => {
    const one = withVersion([], { text: 'Dear Ana', at: 1 })
    expect(texts(withVersion(one, { text: 'Hello Ana', at: 2 }))).toEqual(['Hello Ana', 'Dear Ana'])
  })

  it('hold no beginning of a newer one, and none twice', () => {
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

  it('are twenty at most: the oldest goes', () => {
    let versions = withVersion([], { text: 'words 0 of 1', at: 0 })
    for (let at = 1; at < 30; at++) versions = withVersion(versions, { text: `words ${at} of 1`, at })
    expect(versions.length).toBe(20)
    expect(versions.at(0)?.text).toBe('words 29 of 1')
    expect(versions.at(-1)?.text).toBe('words 10 of 1')
  })

  it('fill no device, but the newest is kept whatever its length', () => {
    const long = 'a'.repeat(150_000)
    const kept = withVersion([{ text: 'b'.repeat(150_000), at: 1 }], { text: long, at: 2 })
    expect(kept).toEqual([{ text: long, at: 2 }])
    const longer = 'c'.repeat(900_000)
    expect(texts(withVersion(kept, { text: longer, at: 3 }))).toEqual([longer])
  })
})
