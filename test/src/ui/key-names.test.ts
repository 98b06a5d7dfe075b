import { describe, expect, it } from 'vitest'
import { ariaKeys, keyNames } from '../../../src/ui/key-names.ts'

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

  it('are told to assistive technology by the names of their modifiers', () => {
    expect(ariaKeys('mod+Enter', true)).toBe('Meta+Enter')
    expect(ariaKeys('$mod+Enter', false)).toBe('Control+Enter')
  })
})
