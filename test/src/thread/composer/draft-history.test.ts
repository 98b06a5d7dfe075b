import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginHistory, changeDraft, lostFrom, replaceDraft } from '../../../../src/thread/composer/draft-history.ts'

const LONG = 'Dear Ana, thank you for your patience with us.'

/** Types the texts one after another, a second apart, and gives what was put away. */
function write(texts: readonly string[], stepMs = 1_000): readonly string[] {
  let history = beginHistory('', 0)
  const kept: string[] = []
  for (const [index, text] of texts.entries()) {
    const step = changeDraft(history, text, (index + 1) * stepMs)
    history = step.history
    kept.push(...step.earlier)
  }
  return kept
}

function letterByLetter(text: string): readonly string[] {
  return [...text].map((_, index) => text.slice(0, index + 1))
}

describe('what is kept of a draft', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['words that only grow', letterByLetter(LONG), []],
    ['a word mended', ['Dear Ana, thnak', 'Dear Ana, th', 'Dear Ana, thank'], []],
    ['all of it cleared', [LONG, ''], [LONG]],
    ['a short word cleared', ['Yes', ''], ['Yes']],
    ['two letters cleared', ['Ys', ''], []],
    ['all of it replaced', [LONG, 'N'], [LONG]],
    ['a short line replaced', ['Thank you', 'N'], ['Thank you']],
    ['a sentence taken out of the middle', [`A. ${LONG} Z.`, 'A.  Z.'], [`A. ${LONG} Z.`]],
    [
      'cleared letter by letter',
      [...letterByLetter(LONG), ...letterByLetter(LONG).toReversed(), ''],
      [LONG, LONG.slice(0, LONG.length - 20)],
    ],
    ['cleared, and cleared again', [LONG, '', 'Hello there', ''], [LONG, 'Hello there']],
    ['the very same cleared twice', [LONG, '', LONG, ''], [LONG]],
    ['white space', ['   \n  ', ''], []],
  ])('%s', (_, texts, kept) => {
    const put = write(texts)
    for (const text of kept) expect(put).toContain(text)
    if (kept.length === 0) expect(put).toEqual([])
  })

  it('after a pause, how it stood before', () => {
    expect(write([LONG, `${LONG} And more`], 60_000)).toEqual([LONG])
    expect(write([LONG, `${LONG} And more`], 59_000)).toEqual([])
  })

  it('of long writing, a version every five minutes', () => {
    const texts = Array.from({ length: 40 }, (_, index) => LONG + 'x'.repeat(index))
    expect(write(texts, 20_000).length).toBe(2)
  })

  it('what stood, when other words are put in its place', () => {
    const { history, earlier } = replaceDraft(beginHistory(LONG, 0), 'An older version', 5)
    expect(earlier).toEqual([LONG])
    expect(history.text).toBe('An older version')
    expect(replaceDraft(beginHistory('  ', 0), 'x', 5).earlier).toEqual([])
  })

  it('no change takes twenty characters away that are not put away', () => {
    const word = fc.string({ maxLength: 60 })
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (texts) => {
        const kept = write(texts)
        for (const [index, text] of texts.entries()) {
          const before = texts[index - 1] ?? ''
          if (before.trim().length >= 8 && lostFrom(before, text) >= 20) expect(kept).toContain(before)
          if (before.trim().length >= 3 && text.trim() === '') expect(kept).toContain(before)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})
