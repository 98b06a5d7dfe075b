import { describe, expect, it } from 'vitest'
import { ariaKeys, keyNames, keyWords } from '../../../src/ui/key-names.ts'

describe('keyNames', () => {
  it.each([
    ['mod+Enter', ['⌘', '↵'], ['Ctrl', '↵']],
    ['$mod+Shift+Enter', ['⌘', '⇧', '↵'], ['Ctrl', 'Shift', '↵']],
    ['c', ['C'], ['C']],
    ['Escape', ['esc'], ['Esc']],
    ['ArrowDown', ['↓'], ['↓']],
    ['g i', ['G', 'I'], ['G', 'I']],
    ['$mod++', ['⌘', '+'], ['Ctrl', '+']],
  ])('%s', (keys, onMac, elsewhere) => {
    expect(keyNames(keys, true)).toEqual(onMac)
    expect(keyNames(keys, false)).toEqual(elsewhere)
  })

  it.each([
    ['g i', 'G then I'],
    ['$mod+Shift+k', 'Control Shift K'],
    ['?', 'Question mark'],
    ['ArrowDown', 'Down arrow'],
  ])('keyWords reads %s as %s', (keys, words) => {
    expect(keyWords(keys, false)).toBe(words)
  })

  it('keyWords uses the Mac’s names on a Mac', () => {
    expect(keyWords('$mod+k', true)).toBe('Command K')
  })

  it('ariaKeys uses the modifiers’ own names', () => {
    expect(ariaKeys('mod+Enter', true)).toBe('Meta+Enter')
    expect(ariaKeys('$mod+Enter', false)).toBe('Control+Enter')
  })
})
