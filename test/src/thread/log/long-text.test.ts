import { afterEach, describe, expect, it, vi } from 'vitest'
import { MAX_MESSAGE_LENGTH, outgoingProblem, outgoingText } from '../../../../src/shared/text/outgoing-text.ts'
import { isSameText } from '../../../../src/shared/text/same-text.ts'
import { placeholdersIn } from '../../../../src/snippets/placeholders.ts'
import { beginHistory, changeDraft } from '../../../../src/thread/composer/draft-history.ts'
import { plainText } from '../../../../src/thread/composer/plain-text.ts'
import { countSegments } from '../../../../src/thread/composer/segments.ts'
import { beginTextHistory, changeText, redoText, undoText } from '../../../../src/thread/composer/text-history.ts'
import { isSurelyTall } from '../../../../src/thread/composer/use-height-of-text.ts'
import { collapse } from '../../../../src/thread/log/collapse.ts'

afterEach(() => vi.restoreAllMocks())

/** Counts the characters that are read one by one. */
function charactersRead(work: () => unknown): number {
  const read = vi.spyOn(String.prototype, 'charCodeAt')
  work()
  const { length } = read.mock.calls
  read.mockRestore()
  return length
}

const LINE = `${'x'.repeat(42)}\n`

describe('one keystroke in a long text', () => {
  it.each<[string, (text: string) => unknown]>([
    [
      'the undo history',
      (text) => changeText(beginTextHistory(text), { text: `${text}a`, caret: text.length + 1, at: 0 }),
    ],
    [
      'the undo history, at the beginning',
      (text) => changeText(beginTextHistory(text), { text: `a${text}`, caret: 1, at: 0 }),
    ],
    ['the versions of a draft', (text) => changeDraft(beginHistory(`${text}a`, 0), text, 1)],
  ])('costs at most linear time in %s', (_name, press) => {
    const few = charactersRead(() => press(LINE.repeat(100)))
    const many = charactersRead(() => press(LINE.repeat(1_000)))
    expect(few).toBeGreaterThan(0)
    expect(many / few).toBeLessThan(11)
  })

  it('costs bounded time to measure, count and cut the text', () => {
    const lines = LINE.repeat(20_000)
    const found = vi.spyOn(String.prototype, 'indexOf')
    expect(isSurelyTall(LINE.repeat(400))).toBe(true)
    expect(isSurelyTall(lines)).toBe(true)
    collapse(lines)
    expect(found.mock.calls.length).toBeLessThan(250)
    expect(isSurelyTall(LINE.repeat(40))).toBe(false)
    expect(countSegments(lines)).toBeNull()
  })

  it('keeps one undo step for a long burst of typing', () => {
    let history = beginTextHistory(LINE.repeat(1_000))
    const begin = history.text
    for (let index = 1; index <= 300; index += 1)
      history = changeText(history, { text: begin + 'a'.repeat(index), caret: begin.length + index, at: index })
    expect(history.past).toHaveLength(1)
    const back = undoText(history)
    expect(back?.history.text).toBe(begin)
    expect(back === null ? null : redoText(back.history)?.history.text).toBe(history.text)
  })
})

/** With quadratic cost, each of these texts would take hours, and the test would not end. */
describe('a megabyte of adversarial text', () => {
  it.each<[string, string]>([
    ['spaces', ' '.repeat(1_000_000)],
    ['spaces and a letter, again and again', `${' '.repeat(5_000)}x`.repeat(200)],
    ['line ends', '\r\n'.repeat(500_000)],
    ['open placeholders', '{{'.repeat(500_000)],
    ['an open placeholder and spaces', `{{a${' '.repeat(1_000_000)}`],
    ['placeholders that never close', '{{a|'.repeat(250_000)],
    ['combining marks', `e${'\u0301\u0323'.repeat(500_000)}`],
    ['zero-width spaces', '\u200b'.repeat(1_000_000)],
    ['halves of characters', '\ud83e'.repeat(1_000_000)],
    ['blank Braille', '\u2800'.repeat(1_000_000)],
  ])('is processed: %s', (_name, text) => {
    expect(plainText(plainText(text))).toBe(plainText(text))
    expect(outgoingText(text).length).toBeLessThanOrEqual(text.length)
    expect(outgoingProblem(`x${text}${'y'.repeat(MAX_MESSAGE_LENGTH)}`)).toBe('too-long')
    expect(placeholdersIn(text)).toEqual([])
    expect(countSegments(text)).toBeNull()
    expect(isSameText(text, `${text}x`)).toBe(false)
  })
})
