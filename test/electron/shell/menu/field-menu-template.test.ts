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

const NO_ACTS = { replace: (): void => {}, learn: null }

function namesIn(context: typeof NOWHERE): readonly string[] {
  return fieldMenu(context, NO_ACTS).map(({ role, label, type }) => role ?? label ?? type ?? '')
}

describe('fieldMenu', () => {
  it('is empty outside text', () => expect(namesIn(NOWHERE)).toEqual([]))

  it('offers Copy for selected text', () => {
    expect(namesIn({ ...NOWHERE, selectionText: 'some text' })).toEqual(['copy'])
    expect(namesIn({ ...NOWHERE, selectionText: ' \n' })).toEqual([])
  })

  it('offers the editing commands in a text field', () => {
    expect(namesIn(FIELD)).toEqual(['undo', 'redo', 'separator', 'cut', 'copy', 'paste', 'selectAll'])
    expect(fieldMenu(FIELD, NO_ACTS)[0]).toMatchObject({ role: 'undo', enabled: false })
  })

  it('offers at most five suggestions and inserts the chosen one', () => {
    const replaced: string[] = []
    const context = {
      ...FIELD,
      misspelledWord: 'teh',
      dictionarySuggestions: ['the', 'tea', 'R&D', 'ten', 'eh', 'meh'],
    }
    const items = fieldMenu(context, { replace: (word) => replaced.push(word), learn: null })
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

  it('adds the word to the dictionary of the app, also without a suggestion', () => {
    const learned: string[] = []
    const context = { ...FIELD, misspelledWord: 'Kowalczyk' }
    const items = fieldMenu(context, { ...NO_ACTS, learn: (word) => learned.push(word) })
    expect(items.slice(0, 3).map(({ label, type }) => label ?? type)).toEqual([
      'No suggestions',
      'Add to dictionary',
      'separator',
    ])
    const click = items[1]?.click as (() => void) | undefined
    click?.()
    expect(learned).toEqual(['Kowalczyk'])
    expect(fieldMenu(FIELD, { ...NO_ACTS, learn: () => {} })[0]).toMatchObject({ role: 'undo' })
  })
})
