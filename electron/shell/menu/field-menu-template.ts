import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'

type MenuContext = Pick<
  ContextMenuParams,
  'isEditable' | 'selectionText' | 'misspelledWord' | 'dictionarySuggestions'
> & {
  readonly editFlags: Pick<
    ContextMenuParams['editFlags'],
    'canUndo' | 'canRedo' | 'canCut' | 'canCopy' | 'canPaste' | 'canSelectAll'
  >
}

const MAX_SUGGESTIONS = 5

/** The context menu of a text field and of selected text; empty everywhere else. */
export function fieldMenu(
  context: MenuContext,
  replace: (word: string) => void,
): readonly MenuItemConstructorOptions[] {
  const { isEditable, selectionText, editFlags } = context
  if (!isEditable) {
    return selectionText.trim() === '' ? [] : [{ role: 'copy', enabled: editFlags.canCopy }]
  }
  return [
    ...suggestions(context, replace),
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
  { misspelledWord, dictionarySuggestions }: MenuContext,
  replace: (word: string) => void,
): readonly MenuItemConstructorOptions[] {
  if (misspelledWord === '') return []
  const suggested = dictionarySuggestions.slice(0, MAX_SUGGESTIONS)
  const items = suggested.map((word) => ({ label: word.replaceAll('&', '&&'), click: () => replace(word) }))
  return [...(items.length === 0 ? [{ label: 'No suggestions', enabled: false }] : items), { type: 'separator' }]
}
