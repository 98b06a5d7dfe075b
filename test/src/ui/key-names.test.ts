import { describe, expect, it } from 'vitest'
import { ariaKeys, keyNames, keyWords } from '../../../src/ui/key-names.ts'

describe('keys as they are printed', () => {
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
  ])('%s is said as %s', (keys, words) => {
    expect(keyWords(keys, false)).toBe(words)
  })

  it('are said as a Mac calls them on a Mac', () => {
    expect(keyWords('$mod+k', true)).toBe('Command K')
  })

  it('are told to assistive technology by the names of their modifiers', () => {
    expect(ariaKeys('mod+Enter', true)).toBe('Meta+Enter')
    expect(ariaKeys('$mod+Enter', false)).toBe('Control+Enter')
  })
})
