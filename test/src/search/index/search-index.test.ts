import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Header } from '../../../../src/search/index/entries.ts'
import { parseQuery } from '../../../../src/search/query/query.ts'
import { SearchIndex } from '../../../../src/search/index/search-index.ts'
import { TIDINESS } from '../../../../src/search/index/tidiness.ts'
import { type Doc, findNaively } from '../naive.ts'

const NOW = new Date(2026, 10, 20, 12).getTime()
const DAY_MS = 86_400_000

function aDoc(id: string, messages: readonly string[] = [], header: Partial<Header> = {}): Doc {
  return {
    messages,
    header: {
      id,
      customerName: null,
      customerPhone: null,
      customerEmail: null,
      subject: null,
      lastText: null,
      channel: 'sms',
      status: 'open',
      tags: [],
      activityAt: NOW,
      isUnread: false,
      isWaiting: false,
      ...header,
    },
  }
}

function put(index: SearchIndex, { header, messages }: Doc): void {
  index.putHeader(header)
  index.putText(header.id, messages)
}

function indexOf(docs: readonly Doc[]): SearchIndex {
  const index = new SearchIndex()
  for (const doc of docs) put(index, doc)
  return index
}

const ask = (index: SearchIndex, text: string, limit = 1_000) =>
  index.search(parseQuery(text, NOW), { offset: 0, limit, now: NOW })
const idsOf = (index: SearchIndex, text: string) => ask(index, text).hits.map((hit) => hit.id)

describe('search ranking', () => {
  it('ranks the name above the address, the subject and the messages', () => {
    const index = indexOf([
      aDoc('text', ['We met Ana there']),
      aDoc('subject', [], { subject: 'Ana’s appointment' }),
      aDoc('address', [], { customerEmail: 'ana@clinic.example' }),
      aDoc('name', [], { customerName: 'Ana Petrović' }),
    ])
    expect(idsOf(index, 'ana')).toEqual(['name', 'address', 'subject', 'text'])
  })

  it('ranks a name with years-old activity above a message of today', () => {
    const index = indexOf([
      aDoc('text', ['Marco said so']),
      aDoc('name', [], { customerName: 'Marco Rossi', activityAt: NOW - 2_000 * DAY_MS }),
    ])
    expect(idsOf(index, 'marco')).toEqual(['name', 'text'])
  })

  it('ranks a whole word above a prefix of the same age, and newer above older', () => {
    const index = indexOf([
      aDoc('prefix', ['cancellation']),
      aDoc('old', ['cancel'], { activityAt: NOW - 40 * DAY_MS }),
      aDoc('whole', ['please cancel it']),
      aDoc('older', ['cancel'], { activityAt: NOW - 80 * DAY_MS }),
    ])
    expect(idsOf(index, 'cancel')).toEqual(['whole', 'prefix', 'old', 'older'])
  })

  it('ranks words in one message above the same words in several messages', () => {
    const index = indexOf([
      aDoc('apart', ['the invoice came', 'it is overdue'], { activityAt: NOW }),
      aDoc('together', ['hello', 'the invoice is overdue', 'thanks'], { activityAt: NOW - DAY_MS }),
    ])
    const { hits } = ask(index, 'invoice overdue')
    expect(hits.map(({ id, message }) => ({ id, message }))).toEqual([
      { id: 'together', message: 1 },
      { id: 'apart', message: 1 },
    ])
  })

  it('returns a slice of the hits with the total of all', () => {
    const docs = Array.from({ length: 700 }, (_, number) =>
      aDoc(`c${number}`, ['hello'], { activityAt: NOW - number * DAY_MS }),
    )
    const index = indexOf(docs)
    const slice = index.search(parseQuery('hello', NOW), { offset: 300, limit: 3, now: NOW })
    expect(slice.total).toBe(700)
    expect(slice.hits.map((hit) => hit.id)).toEqual(['c300', 'c301', 'c302'])
  })
})

describe('SearchIndex', () => {
  const index = indexOf([
    aDoc('ana', ['Können Sie mich zurückrufen? 👍🏽', 'Bis Freitag'], {
      customerName: 'Ana Petrović',
      customerPhone: '+1 (555) 123-4567',
      tags: ['Big Spender'],
      isUnread: true,
      isWaiting: true,
    }),
    aDoc('yuki', ['明日の予約を変更したいです', 'ring 020 7946 0958'], {
      customerName: '山田 ゆき',
      channel: 'email',
      status: 'resolved',
      activityAt: NOW - 10 * DAY_MS,
    }),
    aDoc('israel', ['שָׁלוֹם, מתי אתם פתוחים?'], { customerName: 'İsmail Öz', channel: 'fax', status: 'escalated' }),
  ])
  it.each([
    ['petrovic', ['ana']],
    ['KONNEN', ['ana']],
    ['zurückr', ['ana']],
    ['👍', ['ana']],
    ['"bis freitag"', ['ana']],
    ['"freitag bis"', []],
    ['"bis frei"', []],
    ['"bis frei', ['ana']],
    ['5551234567', ['ana']],
    ['+1 555 123 4567', ['ana']],
    ['555-123', ['ana']],
    ['02079460958', ['yuki']],
    ['+1 (555) 123.4567 freitag', ['ana']],
    ['予約を変更', ['yuki']],
    ['約予', []],
    ['ゆき', ['yuki']],
    ['שלום', ['israel']],
    ['ismail oz', ['israel']],
    ['from:ana', ['ana']],
    ['from:freitag', []],
    ['from:555', ['ana']],
    ['channel:email', ['yuki']],
    ['channel:fax', ['israel']],
    ['status:resolved', ['yuki']],
    ['-status:resolved -tag:big', ['israel']],
    ['tag:"big sp"', ['ana']],
    ['is:unread is:waiting', ['ana']],
    ['before:7d', ['yuki']],
    ['after:7d ana', ['ana']],
    ['freitag -petrovic', []],
    ['nowhere', []],
    ['', []],
    ['?!', []],
  ])('%s', (text, ids) => {
    expect(new Set(idsOf(index, text))).toEqual(new Set(ids))
  })

  it('does not find removed conversations or replaced messages', () => {
    const changing = indexOf([aDoc('a', ['apples']), aDoc('b', ['apples'])])
    changing.remove('a')
    put(changing, aDoc('b', ['pears']))
    put(changing, aDoc('c', ['apples']))
    expect(idsOf(changing, 'apples')).toEqual(['c'])
    expect(idsOf(changing, 'pears')).toEqual(['b'])
    expect(changing.coverage).toEqual({ conversations: 2, withText: 2 })
  })

  it('finds words in a thread of 10,000 messages and in a message of 100 KB', () => {
    const large = indexOf([
      aDoc('thread', [...Array.from({ length: 10_000 }, (_, number) => `message ${number}`), 'needle']),
      aDoc('message', [`${'word '.repeat(20_000)}needle`]),
      aDoc('one word', ['x'.repeat(100_000)]),
    ])
    expect(ask(large, 'needle').hits.map(({ id, message }) => ({ id, message }))).toEqual([
      { id: 'thread', message: 10_000 },
      { id: 'message', message: 0 },
    ])
    expect(idsOf(large, 'x'.repeat(300))).toEqual(['one word'])
  })
})

/** Few words, so that texts and queries often share some, from many scripts, so that they collide in odd ways. */
const WORDS = ['ana', 'an', 'anna', 'Ána', 'ANABEL', 'bo', 'b', 'über', 'uber', 'straße', 'strasse', 'ı', 'İ', '予', '約', '予約', 'の', 'שלום', 'مُحَمَّد', '👍', '👍🏽', '👨‍👩‍👧', '555', '1234567', '+1 555 123 4567', '0555-1234', '12', 'don’t', 'a@b.example', 'é', 'ก็'] // prettier-ignore
const aWord = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...WORDS) },
  fc.string({ unit: 'grapheme', maxLength: 4 }),
)
const aText = fc.array(aWord, { maxLength: 6 }).map((words) => words.join(' '))
const aGap = fc.constantFrom(
  ' ',
  ' ',
  ' ',
  '',
  ' -',
  ' "',
  '" ',
  ' from:',
  ' tag:',
  ' status:r',
  ' is:unread ',
  ' before:7d ',
  ' -channel:',
)
const aQuery = fc
  .array(fc.tuple(aGap, aWord), { minLength: 1, maxLength: 4 })
  .map((pieces) => pieces.flat().join('').trim())
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary)
const anyDoc = fc
  .record({
    id: fc.integer({ min: 0, max: 9 }).map((number) => `c${number}`),
    messages: fc.array(aText, { maxLength: 4 }),
    header: fc.record({
      customerName: maybe(aText),
      customerPhone: maybe(fc.constantFrom('+15551234567', '0555-1234', '12')),
      customerEmail: maybe(fc.constantFrom('a@b.example', 'ana@bo.example')),
      subject: maybe(aText),
      lastText: maybe(aText),
      channel: fc.constantFrom('sms', 'email', 'fax'),
      status: fc.constantFrom('open', 'resolved'),
      tags: fc.array(aWord, { maxLength: 2 }),
      activityAt: fc.constantFrom(NOW, NOW - 30 * DAY_MS),
      isUnread: fc.boolean(),
      isWaiting: fc.boolean(),
    }),
  })
  .map(({ id, messages, header }) => aDoc(id, messages, header))

describe('SearchIndex compared with a full scan', () => {
  it.each([
    ['normal', TIDINESS],
    ['zero', { maxUnsortedWords: 0, maxRecentPostings: 0, maxDeletedBytes: 0 }],
  ])('finds the same after random puts, changes and removals with %s tidiness limits', (_, tidiness) => {
    const aStep = fc.oneof(
      { weight: 5, arbitrary: anyDoc },
      fc.integer({ min: 0, max: 9 }),
      fc.constant('tidy' as const),
    )
    fc.assert(
      fc.property(
        fc.array(aStep, { maxLength: 30 }),
        fc.array(aQuery, { minLength: 1, maxLength: 6 }),
        (steps, queries) => {
          const index = new SearchIndex(tidiness)
          const docs = new Map<string, Doc>()
          for (const step of steps) {
            if (step === 'tidy') index.tidy()
            else if (typeof step === 'number') {
              index.remove(`c${step}`)
              docs.delete(`c${step}`)
            } else {
              put(index, step)
              docs.set(step.header.id, step)
            }
          }
          for (const text of queries) {
            const query = parseQuery(text, NOW)
            const expected = findNaively([...docs.values()], query)
            const { total, hits } = index.search(query, { offset: 0, limit: 100, now: NOW })
            expect(new Set(hits.map((hit) => hit.id)), text).toEqual(expected)
            expect(total).toBe(expected.size)
          }
        },
      ),
      { numRuns: 3_000 },
    )
  })

  it('answers the same when built step by step as when built at once', () => {
    const count = 3_000
    const wordsAt = (number: number) => `w${number % 977} x${number % 13} y${(number * 7919) % 5_003}`
    const grown = new SearchIndex()
    const last: Doc[] = []
    for (let number = 0; number < count; number += 1) {
      put(grown, aDoc(`c${number}`, [wordsAt(number), `then ${wordsAt(number + 1)}`]))
      if (number % 100 === 0) grown.tidy()
    }
    for (let number = 0; number < count; number += 1) {
      const doc = aDoc(
        `c${number}`,
        Array.from({ length: 12 }, (_, index) => wordsAt(number * 3 + index)),
        {
          activityAt: NOW - number * 60_000,
        },
      )
      if (number % 7 === 0) grown.remove(`c${number}`)
      else {
        put(grown, doc)
        last.push(doc)
      }
      if (number % 50 === 0) grown.tidy()
    }
    const built = indexOf(last)
    built.tidy()
    for (const text of ['w1', 'x', 'y12', 'w10 x3', '"w5 x5"', '-x1 w', 'then', 'y', 'x7 -w2', '"x1 y1']) {
      expect(ask(grown, text)).toEqual(ask(built, text))
      expect(new Set(idsOf(grown, text).slice(0, 1_000)).size).toBe(Math.min(1_000, ask(grown, text).total))
    }
  })
})

describe('SearchIndex with other spellings', () => {
  /** A text and a query, each of which finds the other. */
  const MUTUAL: readonly (readonly [string, string])[] = [
    ['علی کریمی', 'علي كريمي'],
    ['مدرسة', 'مدرسه'],
    ['خانهٔ', 'خانه'],
    ['خانۀ', 'خانه'],
    ['سـلام', 'سلام'],
    ['إسلام', 'اسلام'],
    ['ٱلرحمن', 'الرحمن'],
    ['ﺳﻼﻡ', 'سلام'],
    ['ﷺ', 'صلى الله عليه وسلم'],
    ['ר\u05b7ב', 'רב'],
    ['שׁלום', 'שלום'],
    ['order ۱۲۳۴', 'order 1234'],
    ['order ٤٥٦٧', 'order 4567'],
    ["O'Neil", 'O’Neil'],
    ['OʼNeil', 'O‘Neil'],
    ['O＇Neil', 'ONeil'],
    ['O`Neil', 'O´Neil'],
    ['п’ять', "п'ять"],
    ['ʻohana', 'ohana'],
    ['ｆｕｌｌ', 'full'],
    ['ﬁnd', 'find'],
    ['ｶﾞｽ', 'ガス'],
    ['İSTANBUL', 'istanbul'],
    ['ısparta', 'ISPARTA'],
    ['Müller', 'Mueller'],
    ['MÜLLER', 'muller'],
    ['Åse', 'Aase'],
    ['Sørensen', 'Soerensen'],
    ['Đặng', 'dang'],
    ['Ὀδυσσεύς', 'ΟΔΥΣΣΕΥΣ'],
    ['ещё', 'еще'],
    ['йод', 'иод'],
    ['ґанок', 'ганок'],
    ['Əliyev', 'eliyev'],
  ]

  it.each(MUTUAL)('finds %s by %s and the other way round', (text, query) => {
    expect(idsOf(indexOf([aDoc('a', [text])]), query)).toEqual(['a'])
    expect(idsOf(indexOf([aDoc('a', [], { customerName: query })]), text)).toEqual(['a'])
    const phrase = indexOf([aDoc('a', [`before ${text} after`])])
    expect(idsOf(phrase, `"before ${query} after"`)).toEqual(['a'])
  })

  it.each([
    ['한글', ['ㅎ', '하', '한', '한ㄱ', '한그', '한글']],
    ['하나', ['한', '하나']],
    ['과자', ['고', '과', '괒', '과자']],
    ['값이', ['가', '갑', '값', '값ㅇ']],
    ['Müller', ['mu', 'mue', 'muell', 'mül', 'mul']],
    ['l’avion', ['av', 'lav', "l'av", 'l’']],
    ['O’Neil', ['neil', 'onei', "o'", 'o']],
  ])('finds %s at each stage of typing', (text, stages) => {
    const index = indexOf([aDoc('a', [text]), aDoc('b', ['zzz 없다'])])
    for (const typed of stages) expect([typed, idsOf(index, typed)]).toEqual([typed, ['a']])
  })

  it('does not match different words', () => {
    const index = indexOf([aDoc('a', ['poet']), aDoc('b', ['muller']), aDoc('c', ['한국'])])
    expect(idsOf(index, 'pot')).toEqual([])
    expect(idsOf(index, 'mueller')).toEqual([])
    expect(idsOf(index, '한글')).toEqual([])
  })

  it.each([
    ['+989120000001', '۰۹۱۲۰۰۰۰۰۰۱'],
    ['+989120000001', '+٩٨ ٩١٢ ٠٠٠ ٠٠٠١'],
    ['+15550100199', '\u202a+1 555 010 0199\u202c'],
    ['+15550100199', '555‑010‑0199'],
    ['+15550100199', '555–010–0199'],
    ['+1 (555) 010-0199', '\u200e555 010 0199\u2060'],
    ['+551180000001', '+55 11 98000-0001'],
    ['+5511980000001', '+55 11 8000-0001'],
    ['+5215500000001', '+52 55 0000 0001'],
    ['+525500000001', '+52 1 55 0000 0001'],
    ['+5491123456789', '+54 11 2345 6789'],
    ['+5491123456789', '011 15 2345 6789'],
    ['۰۰۹۸۹۱۲۰۰۰۰۰۰۱', '+989120000001'],
  ])('finds the number %s by %s, in a contact and in a message', (number, typed) => {
    expect(idsOf(indexOf([aDoc('a', [], { customerPhone: number })]), typed)).toEqual(['a'])
    expect(idsOf(indexOf([aDoc('a', [`call ${number} today`])]), typed)).toEqual(['a'])
  })
})
