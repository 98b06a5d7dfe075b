import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { identifierLine, systemLine } from '../../../../src/shared/text/system-text.ts'

describe('systemLine', () => {
  it.each([
    ['Can I come at 3?', 'Can I come at 3?'],
    ['one\r\n\ttwo\u2028three\u0085four', 'one two three four'],
    ['  a  b ', 'a b'],
    ['a\u0000\u0007b\u001b[31m', 'a b [31m'],
    ['gpj.\u202eexe', 'gpj.exe'],
    ['\u2066a\u2069\u2067b\u202a', 'ab'],
    ['שלום \u200f!', 'שלום \u200f!'],
    ['\ud83d', '\ufffd'],
    ['a\ufffe', 'a'],
    ['👩‍👩‍👧 ❤️', '👩‍👩‍👧 ❤️'],
    ['<b>R&D</b>', '<b>R&D</b>'],
    ['', ''],
  ])('turns %j into %j', (text, line) => {
    expect(systemLine(text, 80)).toBe(line)
  })

  it.each([
    ['abcdef', 5, 'abcd…'],
    ['abc  def', 5, 'abc…'],
    ['👩‍👩‍👧👩‍👩‍👧', 12, '👩‍👩‍👧…'],
    ['🇩🇪🇫🇷', 6, '🇩🇪…'],
    ['ae\u0301', 2, 'a…'],
    [`e${'\u0301'.repeat(100)}`, 4, 'e\u0301\u0301…'],
    ['a'.repeat(1_000_000), 5, 'aaaa…'],
  ])('cuts %j to %i units between characters', (text, length, line) => {
    expect(systemLine(text, length)).toBe(line)
  })

  it('returns one short, well-formed line without direction controls, for any text', () => {
    const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\u202e', '\n', '\ud800', '👩‍👩‍👧', '\u0301'))
    fc.assert(
      fc.property(fc.array(piece), fc.integer({ min: 1, max: 40 }), (pieces, length) => {
        const line = systemLine(pieces.join(''), length)
        expect(line.length).toBeLessThanOrEqual(length)
        expect(line).not.toMatch(/[\p{Cc}\p{Surrogate}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u)
        expect(line).toBe(line.trim())
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('identifierLine', () => {
  it.each([
    ['\u202a+1 555 010 0199\u202c', '+1 555 010 0199'],
    ['ana@example.com\u200b\n', 'ana@example.com'],
    ['conv_1\r\nrm -rf', 'conv_1 rm -rf'],
  ])('turns %j into %j', (text, line) => {
    expect(identifierLine(text)).toBe(line)
  })
})
