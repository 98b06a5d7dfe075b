import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isTyping, parseKeys, type PressFacts, pressOf, spellPress } from '../../../../src/commands/keys/press.ts'
import { pressFacts } from '../../../support/press-facts.ts'

function meaningOf(facts: Partial<PressFacts>, onMac = false): string | null {
  const press = pressOf(pressFacts(facts), onMac)
  return press === null ? null : spellPress(press)
}

describe('what a press means', () => {
  it.each<[string, Partial<PressFacts>, string | null]>([
    ['a letter', { key: 'j', code: 'KeyJ' }, 'j'],
    ['a letter under Caps Lock', { key: 'J', code: 'KeyJ' }, 'j'],
    ['a letter with Shift', { key: 'E', code: 'KeyE', shiftKey: true }, 'Shift+e'],
    ['a letter with Ctrl', { key: 'k', code: 'KeyK', ctrlKey: true }, '$mod+k'],
    ['Enter of the number pad', { key: 'Enter', code: 'NumpadEnter' }, 'Enter'],
    ['Ctrl+Shift+Enter', { key: 'Enter', ctrlKey: true, shiftKey: true }, '$mod+Shift+Enter'],
    ['? of the United States', { key: '?', code: 'Slash', shiftKey: true }, '?'],
    ['? of Germany', { key: '?', code: 'Minus', shiftKey: true }, '?'],
    ['/ of Germany, behind Shift', { key: '/', code: 'Digit7', shiftKey: true }, '/'],
    ['# of the United States', { key: '#', code: 'Digit3', shiftKey: true }, '#'],
    ['# of Germany, a key of its own', { key: '#', code: 'Backslash' }, '#'],
    ['# of France, behind AltGr', { key: '#', code: 'Digit3', isAltGraph: true }, '#'],
    [
      '# of France where AltGr is told as Ctrl+Alt, too',
      { key: '#', code: 'Digit3', isAltGraph: true, ctrlKey: true, altKey: true },
      '#',
    ],
    ['[ of Germany, behind AltGr', { key: '[', code: 'Digit8', isAltGraph: true }, '['],
    ['Ctrl+1 of France, where the digits are behind Shift', { key: '&', code: 'Digit1', ctrlKey: true }, '$mod+1'],
    ['J of Russia', { key: 'о', code: 'KeyJ' }, 'j'],
    ['Ctrl+K of Greece', { key: 'κ', code: 'KeyK', ctrlKey: true }, '$mod+k'],
    ['[ of Russia, where a letter stands', { key: 'х', code: 'BracketLeft' }, '['],
    ['Ctrl+; of Germany, at its place', { key: 'ö', code: 'Semicolon', ctrlKey: true }, '$mod+;'],
    ['Ctrl+; of Germany, as the layout has it', { key: ';', code: 'Comma', ctrlKey: true, shiftKey: true }, '$mod+;'],
    ['J where Dvorak has it', { key: 'j', code: 'KeyC' }, 'j'],
    ['A where France has it', { key: 'a', code: 'KeyQ' }, 'a'],
  ])('%s', (_, facts, meaning) => {
    expect(meaningOf(facts)).toBe(meaning)
  })

  it('Option+3 of a British Mac is #', () => {
    expect(meaningOf({ key: '#', code: 'Digit3', altKey: true }, true)).toBe('#')
  })

  it('⌘ is to a Mac what Ctrl is elsewhere, and Ctrl is left to the system', () => {
    expect(meaningOf({ key: 'k', metaKey: true }, true)).toBe('$mod+k')
    expect(meaningOf({ key: 'k', ctrlKey: true }, true)).toBeNull()
    expect(meaningOf({ key: 'k', metaKey: true })).toBeNull()
  })
})

describe('a press means nothing', () => {
  it.each([...'ąćęłńóśźż'])('where it writes the Polish letter %s with AltGr', (letter) => {
    expect(meaningOf({ key: letter, code: 'KeyX', isAltGraph: true })).toBeNull()
    expect(meaningOf({ key: letter, code: 'KeyX', isAltGraph: true, ctrlKey: true, altKey: true })).toBeNull()
    expect(meaningOf({ key: letter, code: 'KeyX', altKey: true }, true)).toBeNull()
  })

  it.each([
    ['Alt and a letter', { key: 'e', code: 'KeyE', altKey: true }],
    ['Alt and a symbol', { key: '#', altKey: true }],
    ['Ctrl+Alt and a letter, which is AltGr to many engines', { key: 'e', code: 'KeyE', ctrlKey: true, altKey: true }],
    ['a dead key', { key: 'Dead', code: 'BracketLeft' }],
    ['a compose key', { key: 'Compose' }],
    ['a press that an input method is composing with', { key: 'j', code: 'KeyJ', isComposing: true }],
    ['a press that an input method has taken', { key: 'j', code: 'KeyJ', keyCode: 229 }],
    ['the same, as some engines name it', { key: 'Process', code: 'KeyJ' }],
    ['Shift alone', { key: 'Shift', shiftKey: true }],
    ['AltGr alone', { key: 'AltGraph' }],
  ] satisfies [string, Partial<PressFacts>][])('by %s', (_, facts) => {
    expect(meaningOf(facts)).toBeNull()
  })

  it('AltGr+E of Germany is €, which is nobody’s key, and never E', () => {
    expect(meaningOf({ key: '€', code: 'KeyE', isAltGraph: true })).toBe('€')
  })

  it('Latin letters with marks are never taken for their plain sisters', () => {
    expect(meaningOf({ key: 'é', code: 'KeyE' })).toBe('é')
    expect(meaningOf({ key: 'ö', code: 'Semicolon' })).toBe('ö')
  })
})

describe('keys as they are written down', () => {
  it('are read as they were spelled', () => {
    const press = fc.record({
      hasMod: fc.boolean(),
      hasShift: fc.boolean(),
      key: fc.constantFrom('j', '#', '+', '9', 'Enter', 'ArrowDown', 'F5', '['),
    })
    fc.assert(
      fc.property(fc.array(press, { minLength: 1, maxLength: 2 }), (presses) => {
        expect(parseKeys(presses.map(spellPress).join(' '))).toEqual(presses)
      }),
    )
  })

  it.each(['', ' ', 'a  b', 'one two', 'a b c', 'Alt+e', '$mod+', 'Shift+Alt+e'])('%j is none', (keys) => {
    expect(parseKeys(keys)).toBeNull()
  })

  it('tell typing from what is none', () => {
    const typing = (keys: string) => parseKeys(keys)?.some(isTyping)
    expect(['j', 'Shift+e', '#', '1', 'Space', 'g i'].map(typing)).toEqual([true, true, true, true, true, true])
    expect(['$mod+j', 'Enter', 'Escape', 'ArrowDown', 'F5'].map(typing)).toEqual([false, false, false, false, false])
  })
})
