import { describe, expect, it } from 'vitest'
import { pressOf } from '../../../../src/commands/keys/press.ts'
import { chordOf, type ComposerChord, isAtLineStart } from '../../../../src/thread/composer/composer-keys.ts'
import { pressFacts } from '../../../support/press-facts.ts'

/** The event of a press such as `Ctrl+Shift+Z`; `code` is the physical key. */
function chordOfKeys(keys: string, code: string, onMac: boolean): ComposerChord | null {
  const parts = keys.split('+')
  const press = pressOf(
    pressFacts({
      key: parts.at(-1) ?? '',
      code,
      ctrlKey: parts.includes('Ctrl'),
      metaKey: parts.includes('Meta'),
      shiftKey: parts.includes('Shift'),
      altKey: parts.includes('Alt'),
      isAltGraph: parts.includes('AltGr'),
    }),
    onMac,
  )
  return press === null ? null : chordOf(press)
}

describe('composer keys', () => {
  it.each<[string, string, ComposerChord | null]>([
    ['Ctrl+Enter', 'Enter', null],
    ['Enter', 'Enter', null],
    ['Shift+Enter', 'Enter', null],
    ['Ctrl+;', 'Semicolon', null],
    [';', 'Semicolon', null],
    ['Ctrl+z', 'KeyZ', 'undo'],
    ['Ctrl+Shift+Z', 'KeyZ', 'redo'],
    ['Ctrl+y', 'KeyY', 'redo'],
    ['Ctrl+Shift+Y', 'KeyY', null],
    ['Alt+z', 'KeyZ', null],
    ['Ctrl+Alt+z', 'KeyZ', null],
    ['AltGr+z', 'KeyZ', null],
    ['z', 'KeyZ', null],
    ['y', 'KeyY', null],
    ['Tab', 'Tab', 'next placeholder'],
    ['Shift+Tab', 'Tab', 'previous placeholder'],
    ['Ctrl+Tab', 'Tab', null],
    ['Alt+ż', 'KeyZ', null],
    ['/', 'Slash', null],
    // A German layout has Z where an English one has Y.
    ['Ctrl+z', 'KeyY', 'undo'],
    ['Ctrl+y', 'KeyZ', 'redo'],
    // In a layout of another script, the physical key counts.
    ['Ctrl+я', 'KeyZ', 'undo'],
    ['Ctrl+Shift+Я', 'KeyZ', 'redo'],
    ['Ctrl+н', 'KeyY', 'redo'],
    ['Ctrl+ζ', 'KeyZ', 'undo'],
    ['Ctrl+ז', 'KeyZ', 'undo'],
    ['Ctrl+ئ', 'KeyZ', 'undo'],
    ['Ctrl+ㅋ', 'KeyZ', 'undo'],
    ['я', 'KeyZ', null],
  ])('chordOf %s on the key %s', (keys, code, chord) => {
    expect(chordOfKeys(keys, code, false)).toBe(chord)
    expect(chordOfKeys(keys.replace('Ctrl+', 'Meta+'), code, true)).toBe(chord)
  })

  it.each<[string, number, boolean]>([
    ['', 0, true],
    ['Hello', 0, true],
    ['Hello', 5, false],
    ['Hello\n', 6, true],
    ['Hello\nthere', 6, true],
    ['Hello\nthere', 7, false],
  ])('isAtLineStart in %j at %d is %s', (text, caret, begins) => expect(isAtLineStart(text, caret)).toBe(begins))
})
