import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findEdit } from '../../../../src/shared/text/text-edit.ts'
import {
  beginTextHistory,
  changeText,
  endComposition,
  redoText,
  type TextHistory,
  undoText,
} from '../../../../src/thread/composer/text-history.ts'

type Stroke = {
  /** Typed or pasted over the selection. */
  readonly put?: string
  readonly backspaces?: number
  readonly deletes?: number
  /** The caret or selection before the change. */
  readonly from?: number
  readonly to?: number
  readonly afterMs?: number
  /** Letter by letter, as typed. */
  readonly isTyped?: boolean
  /** The successive texts of an input method. */
  readonly composed?: readonly string[]
}

/** A text field with a caret and a clock. */
function write(begin: string, strokes: readonly Stroke[]): TextHistory {
  let history = beginTextHistory(begin)
  let caret = begin.length
  let at = 0
  const become = (text: string, place: number, isComposing = false): void => {
    caret = place
    at += 50
    history = changeText(history, { text, caret, at, isComposing })
  }
  for (const stroke of strokes) {
    at += stroke.afterMs ?? 0
    const from = stroke.from ?? caret
    let to = stroke.to ?? from
    caret = from
    const parts = stroke.isTyped === true ? [...(stroke.put ?? '')] : stroke.put === undefined ? [] : [stroke.put]
    for (const part of parts) {
      become(history.text.slice(0, caret) + part + history.text.slice(to), caret + part.length)
      to = caret
    }
    for (let index = 0; index < (stroke.backspaces ?? 0); index += 1)
      become(history.text.slice(0, caret - 1) + history.text.slice(caret), caret - 1)
    for (let index = 0; index < (stroke.deletes ?? 0); index += 1)
      become(history.text.slice(0, caret) + history.text.slice(caret + 1), caret)
    const start = caret
    for (const shown of stroke.composed ?? [])
      become(history.text.slice(0, start) + shown + history.text.slice(caret), start + shown.length, true)
    history = endComposition(history)
  }
  return history
}

/** The texts after each undo. */
function undone(history: TextHistory): readonly string[] {
  const step = undoText(history)
  return step === null ? [] : [step.history.text, ...undone(step.history)]
}

const typed = (put: string, rest: Stroke = {}): Stroke => ({ put, isTyped: true, ...rest })

describe('text history', () => {
  it.each<[string, string, readonly Stroke[], readonly string[]]>([
    ['nothing', 'Hello', [], []],
    ['a word', '', [typed('Hello')], ['']],
    ['a sentence, word by word', '', [typed('Hi brave new world')], ['Hi brave new ', 'Hi brave ', 'Hi ', '']],
    ['several spaces with the word before them', '', [typed('a   b')], ['a   ', '']],
    ['a line break', '', [typed('one\ntwo')], ['one\n', '']],
    ['a pause', '', [typed('one'), typed('two', { afterMs: 1_000 })], ['one', '']],
    ['a short pause', '', [typed('one'), typed('two', { afterMs: 500 })], ['']],
    ['typing at another position', 'abc', [typed('xy', { from: 0 }), typed('z', { from: 5 })], ['xyabc', 'abc']],
    [
      'equal letters typed at the beginning',
      'aaa',
      [typed('aa', { from: 0 }), typed('a', { from: 5 })],
      ['aaaaa', 'aaa'],
    ],
    ['a paste', '', [typed('ab'), { put: 'two words' }, typed('cd')], ['abtwo words', 'ab', '']],
    ['a run of backspaces', 'Hello', [{ backspaces: 3 }], ['Hello']],
    ['a run of forward deletions', 'Hello', [{ deletes: 3, from: 1 }], ['Hello']],
    ['a deletion after typing', '', [typed('Hello'), { backspaces: 2 }, typed('p')], ['Hel', 'Hello', '']],
    ['a cleared text', 'Hello there', [{ put: '', from: 0, to: 11 }], ['Hello there']],
    ['typing and clearing', '', [typed('Hello'), { put: '', from: 0, to: 5 }], ['Hello', '']],
    ['a selection that is typed over', 'old text', [typed('new', { from: 0, to: 3 })], ['old text']],
    ['an emoji of two units', '', [typed('a🦋b')], ['']],
    ['an emoji of several characters', '', [typed('a'), { put: '👩‍👧' }], ['a', '']],
    ['a composed word', '', [{ composed: ['n', 'に', 'にほ', 'にほん', '日本'] }], ['']],
    ['a composed word after a pause', '', [typed('a '), { composed: ['h', 'ha'], afterMs: 2_000 }], ['a ', '']],
    ['two composed words', '', [{ composed: ['ni', '你'] }, { composed: ['hao', '好'], afterMs: 2_000 }], ['你', '']],
    ['half an emoji replaced', '🦋', [{ put: '🦊', from: 0, to: 2 }], ['🦋']],
  ])('undoes %s', (_name, begin, strokes, texts) => {
    expect(undone(write(begin, strokes))).toEqual(texts)
  })

  it('redoes until something is typed', () => {
    const history = write('', [typed('one two')])
    const back = undoText(history)
    const backAgain = back === null ? null : undoText(back.history)
    expect(backAgain?.history.text).toBe('')
    const again = backAgain === null ? null : redoText(backAgain.history)
    expect(again).toMatchObject({ history: { text: 'one ' }, edit: { at: 0, removed: '', inserted: 'one ' } })
    const typedOn = again === null ? history : changeText(again.history, { text: 'one X', caret: 5, at: 0 })
    expect(redoText(typedOn)).toBeNull()
    expect(undone(typedOn)).toEqual(['one ', ''])
  })

  it('is unchanged when the text is unchanged', () => {
    const history = write('', [typed('a')])
    expect(changeText(history, { text: 'a', caret: 0, at: 9_999 })).toBe(history)
  })

  it('undoes to the first text and redoes to the last after any changes', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '🦋', '\ud83e'), maxLength: 6 })
    const change = fc.record({
      text: letters,
      caret: fc.nat(8),
      pauseMs: fc.constantFrom(10, 2_000),
      isComposing: fc.boolean(),
    })
    fc.assert(
      fc.property(letters, fc.array(change, { maxLength: 30 }), (begin, changes) => {
        let history = beginTextHistory(begin)
        let at = 0
        for (const { pauseMs, ...rest } of changes) history = changeText(history, { ...rest, at: (at += pauseMs) })
        const last = history.text
        for (let step = undoText(history); step !== null; step = undoText(history)) {
          const { edit } = step
          expect(history.text.slice(edit.at, edit.at + edit.removed.length)).toBe(edit.removed)
          history = step.history
        }
        expect(history.text).toBe(begin)
        for (let step = redoText(history); step !== null; step = redoText(history)) history = step.history
        expect(history.text).toBe(last)
      }),
      { numRuns: 2_000 },
    )
  })

  it('keeps a limited number of steps and characters, and always the newest', () => {
    let history = beginTextHistory('')
    for (let index = 0; index < 600; index += 1)
      history = changeText(history, { text: `${index % 2 === 0 ? 'x' : 'y'}z`.repeat(5), caret: 10, at: index * 5_000 })
    expect(history.past).toHaveLength(500)
    const huge = 'x'.repeat(3_000_000)
    expect(changeText(history, { text: huge, caret: huge.length, at: 9e9 }).past).toHaveLength(1)
  })
})

describe('findEdit', () => {
  it.each<[string, string, number, { at: number; removed: string; inserted: string }]>([
    ['aa', 'aaa', 1, { at: 0, removed: '', inserted: 'a' }],
    ['aa', 'aaa', 3, { at: 2, removed: '', inserted: 'a' }],
    ['abc', '', 0, { at: 0, removed: 'abc', inserted: '' }],
    ['abc', 'axc', 2, { at: 1, removed: 'b', inserted: 'x' }],
    ['abc', 'abcd', 99, { at: 3, removed: '', inserted: 'd' }],
  ])('from %j to %j with the caret at %d', (before, after, caret, edit) =>
    expect(findEdit(before, after, caret)).toEqual(edit),
  )
})
