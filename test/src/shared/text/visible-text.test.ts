import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasVisibleText, toWellFormed, withoutInvisibleMarks } from '../../../../src/shared/text/visible-text.ts'

describe('hasVisibleText', () => {
  it.each([
    ['nothing', ''],
    ['spaces and line ends', ' \t\r\n\u00a0\u2003\u2028\u3000'],
    ['zero-width space', '\u200b'],
    ['Hangul fillers', '\u3164\u115f\u1160\uffa0'],
    ['blank Braille', '\u2800'],
    ['soft hyphen', '\u00ad'],
    ['direction marks', '\u200e\u200f\u202e\u2066\u2069'],
    ['word joiner, byte order mark', '\u2060\ufeff'],
    ['variation selector alone', '\ufe0f'],
    ['tag characters', '\u{e0020}\u{e007f}'],
    ['a control character', '\u0000\u0085'],
    ['a noncharacter', '\ufffe'],
    ['null notehead', '\u{1d159}'],
  ])('is false for %s', (_name, text) => {
    expect(hasVisibleText(text)).toBe(false)
  })

  it.each(['a', ' a ', '\u200ba', '.', '0', '🦋', '👩‍👩‍👧', '名', 'علی', '\u2801', '\ufffd'])('is true for %j', (text) => {
    expect(hasVisibleText(text)).toBe(true)
  })
})

describe('withoutInvisibleMarks', () => {
  it.each([
    ['\u202a+1 555 010 0199\u202c', '+1 555 010 0199'],
    ['ana@example.com\u200b', 'ana@example.com'],
    ['\u2060ana@example.com\u200e', 'ana@example.com'],
    ['+1\u200b555\ufe0d0100199', '+15550100199'],
  ])('turns %j into %j', (text, plain) => {
    expect(withoutInvisibleMarks(text)).toBe(plain)
  })
})

describe('toWellFormed', () => {
  it('replaces lone surrogates and nothing else', () => {
    expect(toWellFormed('a\ud83eb')).toBe('a\ufffdb')
    expect(toWellFormed('\udd8b🦋')).toBe('\ufffd🦋')
  })

  it('returns text that survives a UTF-8 round trip', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.integer({ min: 0xd800, max: 0xdfff })), (text, units) => {
        const wellFormed = toWellFormed(text + String.fromCharCode(...units) + text)
        expect(new TextDecoder().decode(new TextEncoder().encode(`.${wellFormed}`))).toBe(`.${wellFormed}`)
      }),
    )
  })
})
