import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'

type Asked = Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'misspelledWord' | 'dictionarySuggestions'> & {
  readonly editFlags: Pick<
    ContextMenuParams['editFlags'],
    'canUndo' | 'canRedo' | 'canCut' | 'canCopy' | 'canPaste' | 'canSelectAll'
  >
}

/** More are no help. */
const MAX_SUGGESTIONS = 5

/** What the right button offers in a text field, and on words that are selected elsewhere; nothing anywhere else. */
export function fieldMenu(asked: Asked, replace: (word: string) => void): readonly MenuItemConstructorOptions[] {
  const { isEditable, selectionText, editFlags } = asked
  if (!isEditable) {
    return selectionText.trim() === '' ? [] : [{ role: 'copy', enabled: editFlags.canCopy }]
  }
  return [
    ...suggestions(asked, replace),
    { role: 'undo', enabled: editFlags.canUndo },
    { role: 'redo', enabled: editFlags.canRedo },
    { type: 'separator' },
    { role: 'cut', enabled: editFlags.canCut },
    { role: 'copy', enabled: editFlags.canCopy },
    { role: 'paste', enabled: editFlags.canPaste },
    { role: 'selectAll', enabled: editFlags.canSelectAll },
  ]
}

function suggestions(
  { misspelledWord, dictionarySuggestions }: Asked,
  replace: (word: string) => void,
): readonly MenuItemConstructorOptions[] {
  if (misspelledWord === '') return []
  const words = dictionarySuggestions.slice(0, MAX_SUGGESTIONS)
  const items = words.map((word) => ({ label: word.replaceAll('&', '&&'), click: () => replace(word) }))
  return [...(items.length === 0 ? [{ label: 'No suggestions', enabled: false }] : items), { type: 'separator' }]
}
