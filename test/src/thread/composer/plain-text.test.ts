import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainText } from '../../../../src/thread/composer/plain-text.ts'

describe('plainText', () => {
  it.each<[string, string, string]>([
    ['line ends of all kinds', 'a\r\nb\rc\u2028d\u2029e\u0085f\u000bg', 'a\nb\nc\nd\ne\nf\ng'],
    ['spaces of all widths', 'a\u00a0b\u202fc\u2009d', 'a b c d'],
    ['marks that draw nothing', '\ufeffso\u00adft\u200b wo\u2060rd\ufffc', 'soft word'],
    ['control characters', 'a\u0000b\u001bc', 'abc'],
    ['overrides of direction', 'a\u202ecba\u202d', 'acba'],
    ['an accent that stands apart', 'Cafe\u0301', 'Café'],
    ['spaces at the end of a line', 'a  \nb\t\nc ', 'a\nb\nc '],
    ['many empty lines', 'a\n\n\n\n\nb', 'a\n\nb'],
    ['plain words as they are', 'Hello,\n\n\tworld  2', 'Hello,\n\n\tworld  2'],
    ['an emoji of several', '👩‍👩‍👧 👍🏽 🏳️‍🌈', '👩‍👩‍👧 👍🏽 🏳️‍🌈'],
    [
      'Hebrew and Arabic with their marks',
      'שלום\u200f (1) \u061cمرحبا \u2067x\u2069',
      'שלום\u200f (1) \u061cمرحبا \u2067x\u2069',
    ],
    ['Persian half-spaces', 'می\u200cخواهم', 'می\u200cخواهم'],
    ['the wide space of Japanese', '山田\u3000太郎', '山田\u3000太郎'],
  ])('%s', (_, pasted, plain) => expect(plainText(pasted)).toBe(plain))

  it('is idempotent and keeps every letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (pasted) => {
        const plain = plainText(pasted)
        expect(plainText(plain)).toBe(plain)
        const letters = (text: string): string =>
          [...text.normalize('NFC')].filter((one) => /[\p{L}\p{N}\p{P}\p{Emoji}]/u.test(one)).join('')
        expect(letters(plain)).toBe(letters(pasted))
      }),
      { numRuns: 2_000 },
    )
  })
})
