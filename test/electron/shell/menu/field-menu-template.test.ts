import { describe, expect, it } from 'vitest'
import { fieldMenu } from '../../../../electron/shell/menu/field-menu-template.ts'

const FLAGS = { canUndo: false, canRedo: false, canCut: true, canCopy: true, canPaste: true, canSelectAll: true }
const NOWHERE = {
  isEditable: false,
  selectionText: '',
  misspelledWord: '',
  dictionarySuggestions: [] as string[],
  editFlags: FLAGS,
}
const FIELD = { ...NOWHERE, isEditable: true }

function namesIn(asked: typeof NOWHERE, replace: (word: string) => void = () => {}): readonly string[] {
  return fieldMenu(asked, replace).map(({ role, label, type }) => role ?? label ?? type ?? '')
}

describe('the menu of the right button', () => {
  it('is not there where there is nothing to do', () => expect(namesIn(NOWHERE)).toEqual([]))

  it('copies words that are selected', () => {
    expect(namesIn({ ...NOWHERE, selectionText: 'some words' })).toEqual(['copy'])
    expect(namesIn({ ...NOWHERE, selectionText: ' \n' })).toEqual([])
  })

  it('edits in a text field', () => {
    expect(namesIn(FIELD)).toEqual(['undo', 'redo', 'separator', 'cut', 'copy', 'paste', 'selectAll'])
    expect(fieldMenu(FIELD, () => {})[0]).toMatchObject({ role: 'undo', enabled: false })
  })

  it('offers what the dictionary says, five at most, and puts it in', () => {
    const replaced: string[] = []
    const asked = { ...FIELD, misspelledWord: 'teh', dictionarySuggestions: ['the', 'tea', 'R&D', 'ten', 'eh', 'meh'] }
    const items = fieldMenu(asked, (word) => replaced.push(word))
    expect(items.slice(0, 6).map(({ label, type }) => label ?? type)).toEqual([
      'the',
      'tea',
      'R&&D',
      'ten',
      'eh',
      'separator',
    ])
    const click = items[2]?.click as (() => void) | undefined
    click?.()
    expect(replaced).toEqual(['R&D'])
    expect(namesIn({ ...FIELD, misspelledWord: 'qqq' }).slice(0, 2)).toEqual(['No suggestions', 'separator'])
  })
})
