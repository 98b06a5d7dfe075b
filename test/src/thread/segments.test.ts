import { describe, expect, it } from 'vitest'
import { countSegments, segmentNote, segmentWords } from '../../../src/thread/segments.ts'

describe('what a text costs as SMS', () => {
  it.each([
    ['a', 1, 1],
    ['a'.repeat(160), 160, 1],
    ['a'.repeat(161), 161, 2],
    ['a'.repeat(306), 306, 2],
    ['€'.repeat(80), 80, 1],
    ['€'.repeat(81), 81, 2],
    ['ñ Ω é ü', 7, 1],
    ['👨‍👩‍👧', 1, 1],
    ['ы'.repeat(70), 70, 1],
    ['ы'.repeat(71), 71, 2],
  ])('%j: %i characters, %i segments', (text, characters, segments) => {
    expect(countSegments(text)).toMatchObject({ characters, segments })
  })

  it('names the character that makes it dear', () => {
    const count = countSegments('See you “there”')
    expect(count?.foreign).toBe('“')
    expect(segmentNote(count)).toContain('““” is not in the SMS alphabet')
    expect(segmentNote(countSegments('See you there'))).toBeNull()
  })

  it('is told in words', () => {
    expect(segmentWords(countSegments('a'))).toBe('1 character · 1 segment')
    expect(segmentWords(countSegments('a'.repeat(200)))).toBe('200 characters · 2 segments')
    expect(segmentWords(countSegments('a'.repeat(5_000)))).toMatch(/More than 10 segments/)
  })
})
