import { describe, expect, it } from 'vitest'
import { costWords, countSegments, segmentNote, segmentWords } from '../../../../src/thread/composer/segments.ts'

describe('countSegments', () => {
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
  ])('counts %j as %i characters and %i segments', (text, characters, segments) => {
    expect(countSegments(text)).toMatchObject({ characters, segments })
  })

  it('counts the text as sent: in NFC and without invisible characters', () => {
    const count = countSegments('Cafe\u0301 '.repeat(15))
    expect(count).toMatchObject({ segments: 1, characters: 75, foreign: null })
    expect(segmentNote(count)).toBeNull()
    expect(countSegments(`${'a'.repeat(159)}\u200b\u00ad`)).toMatchObject({ segments: 1, foreign: null })
    expect(countSegments('Hi\r\nAna')).toMatchObject({ segments: 1, characters: 6 })
  })

  it('segmentNote names the character outside the SMS alphabet', () => {
    const count = countSegments('See you “there”')
    expect(count?.foreign).toBe('“')
    expect(segmentNote(count)).toContain('““” isn’t in the SMS alphabet')
    expect(segmentNote(countSegments('See you there'))).toBeNull()
  })

  it.each([
    ['USD', /^about .*0\.015/],
    // An unknown currency code.
    ['QQ1', /^about 0\.0150 QQ1$/],
  ])('costWords gives the cost in %s', (currency, words) => {
    expect(costWords(countSegments('a'.repeat(200)), { amount: 0.0075, currency })).toMatch(words)
  })

  it('costWords is null when no price is set or nothing is counted', () => {
    const price = { amount: 1, currency: 'USD' }
    expect(costWords(countSegments('a'), null)).toBeNull()
    expect(costWords(countSegments(''), price)).toBeNull()
    expect(costWords(countSegments('a'.repeat(5_000)), price)).toBeNull()
  })

  it('segmentWords gives characters and segments', () => {
    expect(segmentWords(countSegments('a'))).toBe('1 character · 1 segment')
    expect(segmentWords(countSegments('a'.repeat(200)))).toBe('200 characters · 2 segments')
    expect(segmentWords(countSegments('a'.repeat(5_000)))).toMatch(/More than 10 segments/)
  })
})
