import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isTyping, parseKeys, type PressFacts, pressOf, spellPress } from '../../../../src/commands/keys/press.ts'
import { pressFacts } from '../../../support/press-facts.ts'

function meaningOf(facts: Partial<PressFacts>, onMac = false): string | null {
  const press = pressOf(pressFacts(facts), onMac)
  return press === null ? null : spellPress(press)
}

describe('pressOf', () => {
  it.each<[string, Partial<PressFacts>, string | null]>([
    ['a letter', { key: 'j', code: 'KeyJ' }, 'j'],
    ['a letter under Caps Lock', { key: 'J', code: 'KeyJ' }, 'j'],
    ['a letter with Shift', { key: 'E', code: 'KeyE', shiftKey: true }, 'Shift+e'],
    ['a letter with Ctrl', { key: 'k', code: 'KeyK', ctrlKey: true }, '$mod+k'],
    ['Enter on the number pad', { key: 'Enter', code: 'NumpadEnter' }, 'Enter'],
    ['Ctrl+Shift+Enter', { key: 'Enter', ctrlKey: true, shiftKey: true }, '$mod+Shift+Enter'],
    ['? on a US keyboard', { key: '?', code: 'Slash', shiftKey: true }, '?'],
    ['? on a German keyboard', { key: '?', code: 'Minus', shiftKey: true }, '?'],
    ['/ on a German keyboard, with Shift', { key: '/', code: 'Digit7', shiftKey: true }, '/'],
    ['# on a US keyboard', { key: '#', code: 'Digit3', shiftKey: true }, '#'],
    ['# on a German keyboard, its own key', { key: '#', code: 'Backslash' }, '#'],
    ['# on a French keyboard, with AltGr', { key: '#', code: 'Digit3', isAltGraph: true }, '#'],
    [
      '# on a French keyboard, with AltGr reported as Ctrl+Alt too',
      { key: '#', code: 'Digit3', isAltGraph: true, ctrlKey: true, altKey: true },
      '#',
    ],
    ['[ on a German keyboard, with AltGr', { key: '[', code: 'Digit8', isAltGraph: true }, '['],
    ['Ctrl+1 on a French keyboard, whose digits need Shift', { key: '&', code: 'Digit1', ctrlKey: true }, '$mod+1'],
    ['J on a Russian keyboard', { key: 'о', code: 'KeyJ' }, 'j'],
    ['Ctrl+K on a Greek keyboard', { key: 'κ', code: 'KeyK', ctrlKey: true }, '$mod+k'],
    ['[ on a Russian keyboard, where it types a letter', { key: 'х', code: 'BracketLeft' }, '['],
    ['Ctrl+; on a German keyboard, by position', { key: 'ö', code: 'Semicolon', ctrlKey: true }, '$mod+;'],
    ['Ctrl+; on a German keyboard, by layout', { key: ';', code: 'Comma', ctrlKey: true, shiftKey: true }, '$mod+;'],
    ['J on a Dvorak keyboard', { key: 'j', code: 'KeyC' }, 'j'],
    ['A on a French keyboard', { key: 'a', code: 'KeyQ' }, 'a'],
  ])('%s', (_, facts, meaning) => {
    expect(meaningOf(facts)).toBe(meaning)
  })

  it('reads Option+3 of a British Mac as #', () => {
    expect(meaningOf({ key: '#', code: 'Digit3', altKey: true }, true)).toBe('#')
  })

  it('uses ⌘ on a Mac, and leaves Ctrl to the system', () => {
    expect(meaningOf({ key: 'k', metaKey: true }, true)).toBe('$mod+k')
    expect(meaningOf({ key: 'k', ctrlKey: true }, true)).toBeNull()
    expect(meaningOf({ key: 'k', metaKey: true })).toBeNull()
  })
})

describe('pressOf, for a press without a meaning', () => {
  it.each([...'ąćęłńóśźż'])('ignores the Polish letter %s, typed with AltGr', (letter) => {
    expect(meaningOf({ key: letter, code: 'KeyX', isAltGraph: true })).toBeNull()
    expect(meaningOf({ key: letter, code: 'KeyX', isAltGraph: true, ctrlKey: true, altKey: true })).toBeNull()
    expect(meaningOf({ key: letter, code: 'KeyX', altKey: true }, true)).toBeNull()
  })

  it.each([
    ['Alt and a letter', { key: 'e', code: 'KeyE', altKey: true }],
    ['Alt and a symbol', { key: '#', altKey: true }],
    ['Ctrl+Alt and a letter, as some engines report AltGr', { key: 'e', code: 'KeyE', ctrlKey: true, altKey: true }],
    ['a dead key', { key: 'Dead', code: 'BracketLeft' }],
    ['a compose key', { key: 'Compose' }],
    ['a press while an input method composes', { key: 'j', code: 'KeyJ', isComposing: true }],
    ['a press that an input method handles', { key: 'j', code: 'KeyJ', keyCode: 229 }],
    ['a press that an input method handles, named Process', { key: 'Process', code: 'KeyJ' }],
    ['Shift alone', { key: 'Shift', shiftKey: true }],
    ['AltGr alone', { key: 'AltGraph' }],
  ] satisfies [string, Partial<PressFacts>][])('ignores %s', (_, facts) => {
    expect(meaningOf(facts)).toBeNull()
  })

  it('reads AltGr+E of Germany as €, never as E', () => {
    expect(meaningOf({ key: '€', code: 'KeyE', isAltGraph: true })).toBe('€')
  })

  it('never reads an accented Latin letter as the plain one', () => {
    expect(meaningOf({ key: 'é', code: 'KeyE' })).toBe('é')
    expect(meaningOf({ key: 'ö', code: 'Semicolon' })).toBe('ö')
  })
})

describe('parseKeys', () => {
  it('reads spelled keys', () => {
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

  it.each(['', ' ', 'a  b', 'one two', 'a b c', 'Alt+e', '$mod+', 'Shift+Alt+e'])('refuses %j', (keys) => {
    expect(parseKeys(keys)).toBeNull()
  })

  it('isTyping is true only for characters without Ctrl or ⌘', () => {
    const typing = (keys: string) => parseKeys(keys)?.some(isTyping)
    expect(['j', 'Shift+e', '#', '1', 'Space', 'g i'].map(typing)).toEqual([true, true, true, true, true, true])
    expect(['$mod+j', 'Enter', 'Escape', 'ArrowDown', 'F5'].map(typing)).toEqual([false, false, false, false, false])
  })
})
