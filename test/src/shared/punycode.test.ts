import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodePunycode } from '../../../src/shared/punycode.ts'

describe('decodePunycode', () => {
  it.each<[string, string | null]>([
    ['mnchen-3ya', 'münchen'],
    ['fa-hia', 'faß'],
    ['p1ai', 'рф'],
    ['fiqs8s', '中国'],
    ['ls8h', '💩'],
    ['80ak6aa92e', 'аррӏе'],
    ['egbpdaj6bu4bxfgehfvwxn', 'ليهمابتكلموشعربي؟'],
    // Truncated input, or a value that is no character.
    ['example-3', null],
    ['é-3ya', null],
    ['99999999', null],
    ['mnchen-3y!', null],
  ])('reads %j', (encoded, word) => expect(decodePunycode(encoded)).toBe(word))

  it('decodes what the engine encodes, and never throws', () => {
    const letters = fc.constantFrom(...'éßжя中国あ한ا')
    fc.assert(
      fc.property(
        fc.array(letters, { minLength: 1, maxLength: 8 }).map((all) => all.join('')),
        (word) => {
          let host: string
          try {
            host = new URL(`https://${word}.example/`).hostname
          } catch {
            return
          }
          expect(decodePunycode(host.slice('xn--'.length, -'.example'.length))).toBe(word.normalize('NFC'))
        },
      ),
      { numRuns: 500 },
    )
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const word = decodePunycode(text)
        return word === null || !/\p{Surrogate}/u.test(word)
      }),
      { numRuns: 2_000 },
    )
  })
})
