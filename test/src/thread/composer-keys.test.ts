import { describe, expect, it } from 'vitest'
import { chordOf, type ComposerChord, isAtLineStart } from '../../../src/thread/composer-keys.ts'

/** `Ctrl+Shift+Z` as it is pressed. */
function press(keys: string) {
  const parts = keys.split('+')
  return {
    key: parts.at(-1) ?? '',
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Meta'),
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
  }
}

describe('the keys of the composer', () => {
  it.each<[string, ComposerChord | null]>([
    ['Ctrl+Enter', null],
    ['Enter', null],
    ['Shift+Enter', null],
    ['Ctrl+;', null],
    [';', null],
    ['Ctrl+z', 'undo'],
    ['Ctrl+Shift+Z', null],
    ['Alt+z', null],
    ['z', null],
    ['Tab', 'next hole'],
    ['Shift+Tab', 'previous hole'],
    ['Ctrl+Tab', null],
    ['Alt+ż', null],
    ['/', null],
  ])('%s', (keys, chord) => expect(chordOf(press(keys))).toBe(chord))

  it.each<[string, number, boolean]>([
    ['', 0, true],
    ['Hello', 0, true],
    ['Hello', 5, false],
    ['Hello\n', 6, true],
    ['Hello\nthere', 6, true],
    ['Hello\nthere', 7, false],
  ])('in %j at %d a line begins: %s', (text, caret, begins) => expect(isAtLineStart(text, caret)).toBe(begins))
})
