import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { OPERATORS, parseQuery } from '../../../../src/search/query/query.ts'

/** Friday, 20 November 2026, at noon here. */
const NOW = new Date(2026, 10, 20, 12).getTime()
const day = (year: number, month: number, date: number) => new Date(year, month - 1, date).getTime()
const parse = (text: string) => parseQuery(text, NOW)

describe('parseQuery', () => {
  it.each([
    ['move Friday', ['move…', 'friday…']],
    ['"move to" Friday', ['move to', 'friday…']],
    // While the closing quote is missing, the last word is a prefix.
    ['"move to fri', ['move to fri…']],
    ['“smart quotes”', ['smart quotes']],
    ['-refund', ['not refund…']],
    ['-"full refund"', ['not full refund']],
    ['from:ana', ['of ana…']],
    ['FROM:"Ana Petrović"', ['of ana petrovic']],
    ['-from:ana', ['not of ana…']],
    ['me@clarion.example', ['me clarion example…']],
    ['https://a.example/b', ['https a example b…']],
    // An unknown operator is a word.
    ['subject:hello', ['subject hello…']],
    ['予約', ['予 約…']],
    ['+1 555 123 4567', ['15551234567…']],
    ['555-123-4567', ['5551234567…']],
    ['(020) 7946 0958 urgent', ['02079460958…', 'urgent…']],
    ['+1 555', ['1555…']],
    ['(55', ['55…']],
    ['order 12 34', ['order…', '12…', '34…']],
    ['\u202a+1 555 010 0199\u202c', ['15550100199…']],
    ['+1 \u200b555\u2060 010 0199\ufe0d', ['15550100199…']],
    ['555‑010‑0199', ['5550100199…']],
    ['555–010–0199', ['5550100199…']],
    ['+۹۸۹۱۲۰۰۰۰۰۰۱', ['989120000001…']],
    ['٠٩١٢ ٠٠٠ ٠٠٠١', ['09120000001…']],
    ['\u200efrom:\u200bana', ['of ana…']],
    ['-', []],
    ['""', []],
    ['   ', []],
  ])('%s', (text, parts) => {
    const readable = parse(text).parts.map(
      (part) =>
        `${part.isNegated ? 'not ' : ''}${part.in === 'customer' ? 'of ' : ''}${part.words.join(' ')}${part.isOpen ? '…' : ''}`,
    )
    expect(readable).toEqual(parts)
  })

  it.each([
    ['channel:sms', { kind: 'channel', words: ['sms'], isNegated: false }],
    ['-status:closed', { kind: 'status', words: ['closed'], isNegated: true }],
    ['tag:"big spender"', { kind: 'tag', words: ['big', 'spender'], isNegated: false }],
    ['is:unread', { kind: 'unread', isNegated: false }],
    ['-is:Waiting', { kind: 'waiting', isNegated: true }],
    ['before:2026-11-20', { kind: 'before', at: day(2026, 11, 20), isNegated: false }],
    ['after:2026-02', { kind: 'after', at: day(2026, 2, 1), isNegated: false }],
    ['after:today', { kind: 'after', at: day(2026, 11, 20), isNegated: false }],
    ['before:yesterday', { kind: 'before', at: day(2026, 11, 19), isNegated: false }],
    ['after:7d', { kind: 'after', at: day(2026, 11, 13), isNegated: false }],
    ['after:2w', { kind: 'after', at: day(2026, 11, 6), isNegated: false }],
    ['after:1y', { kind: 'after', at: day(2025, 11, 20), isNegated: false }],
  ])('reads %s as a filter', (text, filter) => {
    expect(parse(text).filters).toEqual([filter])
    expect(parse(text).parts).toEqual([])
    expect(parse(text).issues).toEqual([])
  })

  it.each([
    ['before:soon', 'not-a-date'],
    ['after:2026-02-30', 'not-a-date'],
    ['is:fun', 'not-a-state'],
    ['from:', 'unfinished'],
    ['?!', 'no-words'],
    ['before:tomorrow?', 'not-a-date'],
    ['is:open', 'not-a-state'],
    ['channel:foo', 'not-a-channel'],
    ['-channel:smss', 'not-a-channel'],
    ['status:done', 'not-a-status'],
    ['status:"open closed"', 'not-a-status'],
    [`"${'word '.repeat(33)}"`, 'too-long'],
  ])('reports %s as an issue', (text, why) => {
    const { issues, parts } = parse(`${text} friday`)
    expect(issues).toEqual([{ text, why }])
    expect(parts.map((part) => part.words)).toEqual([['friday']])
  })

  it('reports a channel, status or tag that neither the app nor the account knows, and keeps the filter', () => {
    const account = { channels: ['telegram'], statuses: ['on hold'], tags: ['VIP', 'Müller'] }
    const issuesOf = (text: string) => parseQuery(text, NOW, account).issues.map(({ why }) => why)
    for (const text of ['channel:tele', 'status:"on h', 'tag:vip', 'tag:mueller', 'tag:v', '-tag:vip', 'channel:s'])
      expect(issuesOf(text)).toEqual([])
    expect(issuesOf('tag:vpi')).toEqual(['not-a-tag'])
    expect(issuesOf('channel:tg status:held')).toEqual(['not-a-channel', 'not-a-status'])
    expect(parseQuery('channel:foo', NOW).filters).toEqual([{ kind: 'channel', words: ['foo'], isNegated: false }])
    // Without the account's tags, no tag is reported.
    expect(parse('tag:vpi').issues).toEqual([])
  })

  it('reads three digits or more as part of a phone number, without leading zeros', () => {
    expect(parse('(020) 7946').parts.map((part) => part.digits)).toEqual(['207946'])
    expect(parse('555').parts[0]?.digits).toBe('555')
    expect(parse('12').parts[0]?.digits).toBeNull()
    expect(parse('abc').parts[0]?.digits).toBeNull()
  })

  it('checks each group of a long list of digits only once', () => {
    const checksOf = (groups: number) => {
      const trim = vi.spyOn(String.prototype, 'trim')
      parse('1 '.repeat(groups))
      const { length } = trim.mock.calls
      trim.mockRestore()
      return length
    }
    expect(checksOf(1_000) / checksOf(100)).toBeLessThan(11)
    expect(parse(`${'7 '.repeat(40)}555 010 0199`).parts.length).toBeGreaterThan(20)
    expect(parse('0 0 1 5 5 5 0 1 0 0 1 9 9').parts).toHaveLength(1)
  })

  it('never throws, and returns no empty part, no more than 32 words and no invalid date', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(
        ...OPERATORS.map((operator) => `${operator}:`),
        '"',
        '-',
        ' ',
        '“',
        '7d',
        '2026-11-20',
        '+1 555 123 4567',
      ),
    )
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 12 }), (pieces) => {
        const { parts, filters } = parse(pieces.join(''))
        for (const part of parts) expect(part.words.length).toBeGreaterThan(0)
        expect(parts.flatMap((part) => part.words).length).toBeLessThanOrEqual(32)
        for (const filter of filters) if ('at' in filter) expect(filter.at).not.toBeNaN()
      }),
      { numRuns: 5_000 },
    )
  })
})
