import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rangesOf, snippetOf } from '../../../../src/search/query/matches.ts'
import { parseQuery } from '../../../../src/search/query/query.ts'

const marked = (text: string, query: string): string => {
  let [told, at] = ['', 0]
  for (const { start, end } of rangesOf(text, parseQuery(query, 0))) {
    told += `${text.slice(at, start)}[${text.slice(start, end)}]`
    at = end
  }
  return told + text.slice(at)
}

describe('what is marked', () => {
  it.each([
    ['Can I move it to Friday?', 'mov fri', 'Can I [move] it to [Friday]?'],
    ['Straße, STRASSE', 'strasse', '[Straße], [STRASSE]'],
    ['see you Friday, not friday you', '"you friday"', 'see [you Friday], not friday you'],
    ['明日の予約を', '予約', '明日の[予約]を'],
    ['call +1 (555) 123-4567!', '5551234567', 'call [+1 (555) 123-4567]!'],
    ['+1 555 123 4567', '123', '[+1 555 123 4567]'],
    ['thanks 👍🏽!', '👍', 'thanks [👍🏽]!'],
    ['no refund', 'no -refund', '[no] refund'],
    ['ana anabel', 'ana anab', '[ana] [anabel]'],
    ['nothing', '', 'nothing'],
  ])('in “%s” for “%s”', (text, query, expected) => {
    expect(marked(text, query)).toBe(expected)
  })

  it('is in order, within the text, and never twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.string({ maxLength: 6 }), (text, query) => {
        let last = 0
        for (const { start, end } of rangesOf(text, parseQuery(`${query} ${text.slice(0, 3)}`, 0))) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})

describe('the piece of a message that a row shows', () => {
  const piece = (text: string, query: string) => snippetOf(text, rangesOf(text, parseQuery(query, 0)))

  it('is all of a short one', () => {
    expect(piece('Can I move it to Friday?', 'friday')).toBe('Can I move it to Friday?')
  })

  it('is where the most stands, whole words first', () => {
    const text = `${'alpha '.repeat(50)}needle ${'beta '.repeat(50)}the needle in the haystack ${'gamma '.repeat(50)}`
    expect(piece(text, 'needle haystack')).toMatch(/^…(beta )+the needle in the haystack (gamma )+/)
    expect(piece(text, 'needle haystack').length).toBeLessThan(190)
  })

  it('of a text without spaces or of emoji cuts no character', () => {
    expect(piece(`${'👍'.repeat(300)}予約${'👍'.repeat(300)}`, '予約')).toMatch(/^…(👍)+予約(👍)+…$/u)
    expect(piece(`a${'👍'.repeat(300)}`, 'a')).toMatch(/^a(👍)+…$/u)
  })

  it('is the beginning where nothing was found', () => {
    expect(piece('word '.repeat(100), 'nowhere')).toMatch(/^(word )+word…$|^(word )+…$/)
  })
})
