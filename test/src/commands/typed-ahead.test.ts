import { describe, expect, it } from 'vitest'
import { typeAhead } from '../../../src/commands/typed-ahead.ts'

type Held = Parameters<typeof typeAhead>[1]

const NOTHING_HELD: Held = {
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isAltGraph: false,
  isComposing: false,
  keyCode: 0,
}

describe('what is typed before its field is drawn', () => {
  it.each<[what: string, press: Partial<Held>, onMac: boolean, words: string]>([
    ['a letter', { key: 'e' }, false, 'Hie'],
    ['a capital', { key: 'E', shiftKey: true }, false, 'HiE'],
    ['a space', { key: ' ' }, false, 'Hi '],
    ['an emoji', { key: '🙂' }, false, 'Hi🙂'],
    ['a Polish letter by AltGr', { key: 'ę', isAltGraph: true }, false, 'Hię'],
    ['the same, told as Ctrl and Alt', { key: 'ę', ctrlKey: true, altKey: true }, false, 'Hię'],
    ['the same by Option', { key: 'ę', altKey: true }, true, 'Hię'],
    ['Backspace', { key: 'Backspace' }, false, 'H'],
    ['Backspace by words', { key: 'Backspace', ctrlKey: true }, false, 'Hi'],
    ['Ctrl and a letter', { key: 'k', ctrlKey: true }, false, 'Hi'],
    ['⌘ and a letter', { key: 'k', metaKey: true }, true, 'Hi'],
    ['Ctrl and Option and a letter', { key: 'k', ctrlKey: true, altKey: true }, true, 'Hi'],
    ['Alt and a letter, which is a menu', { key: 'f', altKey: true }, false, 'Hi'],
    ['a key with a name', { key: 'ArrowDown' }, false, 'Hi'],
    ['half a character', { key: 'Dead' }, false, 'Hi'],
    ['what an input method composes', { key: 'k', isComposing: true }, false, 'Hi'],
  ])('%s', (_what, press, onMac, words) => {
    expect(typeAhead('Hi', { ...NOTHING_HELD, ...press }, onMac)).toBe(words)
  })

  it('Backspace takes a whole character, and nothing where there is none', () => {
    expect(typeAhead('🙂', { ...NOTHING_HELD, key: 'Backspace' }, false)).toBe('')
    expect(typeAhead('', { ...NOTHING_HELD, key: 'Backspace' }, false)).toBe('')
  })
})
