import { describe, expect, it } from 'vitest'
import { checkedWords } from '../../../src/spelling/checked-words.ts'

describe('checkedWords', () => {
  it.each([
    ['words with accents', ['niño', 'Straße', 'naïve'], ['niño', 'Straße', 'naïve']],
    ['a combining mark', ['cafe\u0301'], ['cafe\u0301']],
    ['straight and curly apostrophes', ["don't", 'don’t', "l'eau"], ["don't", 'don’t', "l'eau"]],
    ['hyphens', ['twenty-one'], ['twenty-one']],
    ['no digits', ['12ab', 'abc12', '2nd'], []],
    ['no other script', ['مرحبا', 'Привет', 'שלום', 'γειά', '日本語'], []],
    ['no word of two scripts', ['раypal', 'helloمرحبا'], []],
    ['no emoji', ['😀', 'smile😀'], []],
    ['no camel case', ['iPhone', 'fooBar', 'McDonald'], []],
    ['no abbreviations', ['SMS', 'ÖPNV'], []],
    ['no single letters', ['e', 'x'], []],
    ['no word without end', ['x'.repeat(100_000)], []],
    ['a word of 60 letters and none of 61', ['y'.repeat(60), 'z'.repeat(61)], ['y'.repeat(60)]],
  ])('of %s', (_, words, checked) => {
    expect(checkedWords(words, words.join(' '))).toEqual(checked)
  })

  it.each([
    ['https://exa.mple.com/foo', ['https', 'exa.mple.com', 'exa', 'mple', 'com', 'foo']],
    ['write to jon.smyth@shopp.example', ['jon.smyth', 'jon', 'smyth', 'shopp.example', 'shopp', 'example']],
    ['see shopp.example', ['shopp.example', 'shopp', 'example']],
    ['#sumer @handl snake_cas C:\\fils', ['sumer', 'handl', 'snake_cas', 'snake', 'cas', 'fils']],
  ])('leaves out the pieces of the address in %j', (text, words) => {
    expect(checkedWords(words, text)).toEqual([])
  })

  it('checks a word that is also outside the address', () => {
    expect(checkedWords(['foo', 'mple'], 'foo at https://mple.example/foo')).toEqual(['foo'])
  })

  it('checks both sides of a full stop without a space', () => {
    expect(checkedWords(['end.Next', 'end', 'Next'], 'the end.Next one')).toEqual(['end.Next', 'end', 'Next'])
  })

  it('checks the parts of a joined word, and words in quotes', () => {
    expect(checkedWords(['mail', 'word'], "an e-mail with a 'word'")).toEqual(['mail', 'word'])
  })

  it('checks words that are not in the text, such as those of another field', () => {
    expect(checkedWords(['hello'], '')).toEqual(['hello'])
  })

  it('reads a text of 100 KB, with and without spaces', () => {
    expect(checkedWords(['lorem'], 'lorem ipsum '.repeat(8_500))).toEqual(['lorem'])
    expect(checkedWords(['lorem'], 'lorem'.repeat(20_000))).toEqual([])
  })
})
