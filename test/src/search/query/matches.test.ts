import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rangesOf, snippetOf } from '../../../../src/search/query/matches.ts'
import { parseQuery } from '../../../../src/search/query/query.ts'

const marked = (text: string, query: string): string => {
  let [output, at] = ['', 0]
  for (const { start, end } of rangesOf(text, parseQuery(query, 0))) {
    output += `${text.slice(at, start)}[${text.slice(start, end)}]`
    at = end
  }
  return output + text.slice(at)
}

describe('rangesOf', () => {
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
  ])('marks “%s” for the query “%s”', (text, query, expected) => {
    expect(marked(text, query)).toBe(expected)
  })

  it('returns sorted ranges within the text that do not overlap', () => {
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

describe('snippetOf', () => {
  const snippet = (text: string, query: string) => snippetOf(text, rangesOf(text, parseQuery(query, 0)))

  it('returns a short message unchanged', () => {
    expect(snippet('Can I move it to Friday?', 'friday')).toBe('Can I move it to Friday?')
  })

  it('returns the part with the most matches, starting at a word', () => {
    const text = `${'alpha '.repeat(50)}needle ${'beta '.repeat(50)}the needle in the haystack ${'gamma '.repeat(50)}`
    expect(snippet(text, 'needle haystack')).toMatch(/^…(beta )+the needle in the haystack (gamma )+/)
    expect(snippet(text, 'needle haystack').length).toBeLessThan(190)
  })

  it('does not cut a character in text without spaces or in emoji', () => {
    expect(snippet(`${'👍'.repeat(300)}予約${'👍'.repeat(300)}`, '予約')).toMatch(/^…(👍)+予約(👍)+…$/u)
    expect(snippet(`a${'👍'.repeat(300)}`, 'a')).toMatch(/^a(👍)+…$/u)
  })

  it('returns the beginning when nothing matches', () => {
    expect(snippet('word '.repeat(100), 'nowhere')).toMatch(/^(word )+word…$|^(word )+…$/)
  })
})
