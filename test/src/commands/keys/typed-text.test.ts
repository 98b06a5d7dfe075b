import { describe, expect, it } from 'vitest'
import type { PressFacts } from '../../../../src/commands/keys/press.ts'
import { typedText } from '../../../../src/commands/keys/typed-text.ts'
import { pressFacts } from '../../../support/press-facts.ts'

describe('text typed before its field is drawn', () => {
  it.each<[what: string, press: Partial<PressFacts>, onMac: boolean, text: string | null]>([
    ['a letter', { key: 'e' }, false, 'Hie'],
    ['a capital', { key: 'E', shiftKey: true }, false, 'HiE'],
    ['a space', { key: ' ' }, false, 'Hi '],
    ['an emoji', { key: '🙂' }, false, 'Hi🙂'],
    ['a Polish letter by AltGr', { key: 'ę', isAltGraph: true }, false, 'Hię'],
    ['a Polish letter by AltGr, reported as Ctrl and Alt', { key: 'ę', ctrlKey: true, altKey: true }, false, 'Hię'],
    ['a Polish letter by Option', { key: 'ę', altKey: true }, true, 'Hię'],
    ['Backspace', { key: 'Backspace' }, false, 'H'],
    ['Enter', { key: 'Enter' }, false, 'Hi\n'],
    ['Enter with Ctrl', { key: 'Enter', ctrlKey: true }, false, null],
    ['Backspace with Ctrl', { key: 'Backspace', ctrlKey: true }, false, null],
    ['Ctrl and a letter', { key: 'k', ctrlKey: true }, false, null],
    ['⌘ and a letter', { key: 'k', metaKey: true }, true, null],
    ['Ctrl and Option and a letter', { key: 'k', ctrlKey: true, altKey: true }, true, null],
    ['Alt and a letter, which opens a menu', { key: 'f', altKey: true }, false, null],
    ['a key with a name', { key: 'ArrowDown' }, false, null],
    ['a dead key', { key: 'Dead' }, false, null],
    ['a press while an input method composes', { key: 'k', isComposing: true }, false, null],
  ])('%s', (_what, press, onMac, text) => {
    expect(typedText('Hi', pressFacts(press), onMac)).toBe(text)
  })

  it('Backspace removes a whole character, and nothing from an empty text', () => {
    expect(typedText('🙂', pressFacts({ key: 'Backspace' }), false)).toBe('')
    expect(typedText('', pressFacts({ key: 'Backspace' }), false)).toBe('')
  })
})
