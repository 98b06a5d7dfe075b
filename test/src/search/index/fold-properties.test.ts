import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText, foldTextExpanded } from '../../../../src/shared/text/fold-text.ts'
import { asTyped, beginsWith } from '../../../../src/shared/text/hangul.ts'
import { foldWord } from '../../../../src/search/index/fold.ts'
import { rangesOf } from '../../../../src/search/query/matches.ts'
import { parseQuery } from '../../../../src/search/query/query.ts'
import { SearchIndex } from '../../../../src/search/index/search-index.ts'
import { eachWord, wordsOf } from '../../../../src/search/index/words.ts'

/** Words of many scripts with characters that fold. */
const WORDS = [
  ...[
    'Müller',
    'Straße',
    'Ærøskøbing',
    'Åse',
    'İstanbul',
    'ılık',
    'Đặng',
    "O'Neil",
    'OʼNeil',
    'l’avion',
    'ﬁnd',
    'ｆｕｌｌ',
  ],
  ...['علی', 'كريمي', 'مدرسة', 'سـلام', 'ﺳﻼﻡ', 'ﷺ', 'שָׁלוֹם', 'ещё', 'йод', 'п’ять', 'Ὀδυσσεύς', '한글', '과자', '값이'],
  ...[
    '明日',
    'ガス',
    'ｶﾞｽ',
    'กินข้าว',
    '۱۲۳۴',
    '٤٥٦٧',
    'e\u0301te\u0301',
    '👨‍👩‍👧',
    '👍🏽',
    '🇩🇪',
    '1️⃣',
    'zero\u200bwidth',
    'नमस्ते',
  ],
]
const aText = fc
  .array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 })), {
    maxLength: 6,
  })
  .map((words) => words.join(' '))

describe('foldText and foldWord', () => {
  it('are idempotent', () => {
    fc.assert(
      fc.property(aText, (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text))
        for (const word of wordsOf(text)) expect(foldWord(word)).toBe(word)
        const expanded = foldTextExpanded(text)
        if (expanded !== null) expect(foldText(expanded)).toBe(expanded)
      }),
      { numRuns: 1_000 },
    )
  })

  it('ignore composition, case and width', () => {
    fc.assert(
      fc.property(fc.constantFrom(...WORDS), (text) => {
        for (const other of [text.normalize('NFD'), text.normalize('NFC'), text.toUpperCase(), text.toLowerCase()])
          expect(foldText(other)).toBe(foldText(text))
      }),
    )
  })
})

describe('SearchIndex and rangesOf', () => {
  it('find a text by every prefix of every word in it', () => {
    fc.assert(
      fc.property(aText, fc.nat(), fc.nat(), (text, which, length) => {
        const words: string[] = []
        eachWord(text, (word, _start, _end, also) => words.push(word, ...also.map((other) => other.word)))
        fc.pre(words.length > 0)
        const characters = [...(words[which % words.length] ?? '')]
        const typed = characters.slice(0, 1 + (length % characters.length)).join('')
        const query = parseQuery(typed, 0)
        // A combining mark alone is no word.
        fc.pre(query.parts.length === 1 && query.parts[0]?.words.length === 1)
        const index = new SearchIndex()
        const header = { customerName: null, customerPhone: null, customerEmail: null, subject: null, lastText: null }
        const state = { channel: 'sms', status: 'open', tags: [], activityAt: 0, isUnread: false, isWaiting: false }
        index.putHeader({ id: 'a', ...header, ...state })
        index.putText('a', [text])
        expect(index.search(query, { offset: 0, limit: 1, now: 0 }).total).toBe(1)
        expect(rangesOf(text, query)).not.toEqual([])
      }),
      { numRuns: 1_000 },
    )
  })

  it('return ranges of whole characters in the original text', () => {
    fc.assert(
      fc.property(aText, fc.nat(), (text, at) => {
        const typed = [...text].slice(at % (text.length + 1)).join('')
        const edges = new Set([text.length])
        for (const { index } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) edges.add(index)
        let last = 0
        for (const { start, end } of rangesOf(text, parseQuery(typed, 0))) {
          expect([edges.has(start), edges.has(end), start >= last, end > start]).toEqual([true, true, true, true])
          last = end
        }
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('hangul', () => {
  it.each([
    ['한글', 'ㅎㅏㄴㄱㅡㄹ'],
    ['과자', 'ㄱㅗㅏㅈㅏ'],
    ['값이', 'ㄱㅏㅂㅅㅇㅣ'],
    ['뷁', 'ㅂㅜㅔㄹㄱ'],
    ['word', 'word'],
  ])('splits %s into %s when typed', (word, typed) => {
    expect(asTyped(word)).toBe(typed)
    expect(asTyped(foldWord(word.normalize('NFD')))).toBe(typed)
  })

  it('matches each stage of typing a word, and no other word', () => {
    const syllables = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code))
    fc.assert(
      fc.property(fc.array(syllables, { minLength: 1, maxLength: 5 }), fc.nat(), (word, count) => {
        const whole = word.join('')
        expect(beginsWith(whole, word.slice(0, count % (word.length + 1)).join(''))).toBe(true)
        expect(beginsWith(whole, `${whole}가`)).toBe(false)
      }),
    )
  })
})
