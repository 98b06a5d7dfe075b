import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldWord } from '../../../../src/search/index/fold.ts'
import { phonesIn } from '../../../../src/search/index/phones.ts'
import { eachWord, wordsOf } from '../../../../src/search/index/words.ts'

describe('wordsOf', () => {
  it.each([
    ['Can I move it to Friday?', 'can i move it to friday'],
    ['Ana Petrović', 'ana petrovic'],
    ['İstanbul ISPARTA ılık', 'istanbul isparta ilik'],
    ['Straße STRASSE Weiß', 'strasse strasse weiss'],
    ['Øystein Łódź Æsir cœur', 'oystein lodz aesir coeur'],
    ['Ὀδυσσεύς ΟΔΥΣΣΕΥΣ', 'οδυσσευσ οδυσσευσ'],
    ['Ёлка ещё', 'елка еще'],
    ['don’t e-mail me@x.example', 'dont e mail me x example'],
    ["5'10 ‘quoted’ dogs’", '5 10 quoted dogs'],
    // In scripts without spaces each character is a word; a mark belongs to its letter.
    ['明日の予約', '明 日 の 予 約'],
    ['ガス と かす', 'ガ ス と か す'],
    ['iPhone手机', 'iphone 手 机'],
    ['ｆｕｌｌ　ｗｉｄｔｈ', 'full width'],
    ['안녕하세요 고객님', '안녕하세요 고객님'],
    ['กินข้าว', 'ก ิ น ข ้ า ว'.replaceAll(/ (?=[ิ้])/g, '')],
    // Vowel signs, points, lengthening and letter forms.
    ['مُحَمَّد أحمد إلى', 'محمد احمد الي'],
    ['שָׁלוֹם', 'שלום'],
    ['१२३ ٤٥٦', '123 456'],
    ['👍🏽 👨‍👩‍👧 ❤️', '👍 👨 👩 👧 ❤'],
    ['soft\u00adhyphen zero\u200bwidth', 'softhyphen zerowidth'],
    ['…!?€%', ''],
    ['', ''],
  ])('%s', (text, words) => {
    expect(wordsOf(text).join(' ')).toBe(words)
  })

  it('returns the same words for composed and decomposed text', () => {
    for (const text of ['Petrović', 'ガス', '한국', 'Việt', 'é']) {
      expect(wordsOf(text.normalize('NFD'))).toEqual(wordsOf(text.normalize('NFC')))
    }
  })

  it('visits words that are already folded, at ranges of the text that contain them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        let last = { start: 0, end: 0 }
        eachWord(text, (word, start, end, also) => {
          expect(foldWord(word)).toBe(word)
          // A single character may be several words.
          if (start !== last.start || end !== last.end) expect(start).toBeGreaterThanOrEqual(last.end)
          expect(end).toBeGreaterThan(start)
          expect(wordsOf(text.slice(start, end))).toContain(word)
          for (const other of also) {
            expect(foldWord(other.word)).toBe(other.word)
            expect([other.start >= start, other.end <= end, other.end > other.start]).toEqual([true, true, true])
          }
          last = { start, end }
        })
      }),
      { numRuns: 3_000 },
    )
  })

  it('cuts a very long word', () => {
    expect(wordsOf('x'.repeat(100_000))).toEqual(['x'.repeat(40)])
  })
})

describe('phonesIn', () => {
  it.each([
    ['call +1 (555) 123-4567 now', ['15551234567', '5551234567', '1234567', '551234567', '51234567']],
    ['020 7946 0958', ['02079460958', '79460958']],
    ['5551234', ['5551234']],
    ['room 12, at 10', []],
  ])('%s', (text, spellings) => {
    expect(phonesIn(text).flatMap((run) => run.spellings)).toEqual(spellings)
  })
})
