import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginHistory, changeDraft, lostFrom, replaceDraft } from '../../../../src/thread/composer/draft-history.ts'

const LONG = 'Dear Ana, thank you for your patience with us.'

/** Types the texts one second apart and returns the kept versions. */
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

describe('changeDraft', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['a growing text', letterByLetter(LONG), []],
    ['a corrected word', ['Dear Ana, thnak', 'Dear Ana, th', 'Dear Ana, thank'], []],
    ['a cleared text', [LONG, ''], [LONG]],
    ['a cleared short word', ['Yes', ''], ['Yes']],
    ['two cleared letters', ['Ys', ''], []],
    ['a replaced text', [LONG, 'N'], [LONG]],
    ['a replaced short line', ['Thank you', 'N'], ['Thank you']],
    ['a sentence removed from the middle', [`A. ${LONG} Z.`, 'A.  Z.'], [`A. ${LONG} Z.`]],
    [
      'a text deleted letter by letter',
      [...letterByLetter(LONG), ...letterByLetter(LONG).toReversed(), ''],
      [LONG, LONG.slice(0, LONG.length - 20)],
    ],
    ['a text cleared twice', [LONG, '', 'Hello there', ''], [LONG, 'Hello there']],
    ['the same text cleared twice', [LONG, '', LONG, ''], [LONG]],
    ['white space', ['   \n  ', ''], []],
  ])('keeps the earlier versions of %s', (_, texts, kept) => {
    const versions = write(texts)
    for (const text of kept) expect(versions).toContain(text)
    if (kept.length === 0) expect(versions).toEqual([])
  })

  it('keeps the version before a pause', () => {
    expect(write([LONG, `${LONG} And more`], 60_000)).toEqual([LONG])
    expect(write([LONG, `${LONG} And more`], 59_000)).toEqual([])
  })

  it('keeps a version every five minutes of typing', () => {
    const texts = Array.from({ length: 40 }, (_, index) => LONG + 'x'.repeat(index))
    expect(write(texts, 20_000).length).toBe(2)
  })

  it('replaceDraft keeps the replaced text', () => {
    const { history, earlier } = replaceDraft(beginHistory(LONG, 0), 'An older version', 5)
    expect(earlier).toEqual([LONG])
    expect(history.text).toBe('An older version')
    expect(replaceDraft(beginHistory('  ', 0), 'x', 5).earlier).toEqual([])
  })

  it('keeps a version whenever a change removes twenty characters', () => {
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
