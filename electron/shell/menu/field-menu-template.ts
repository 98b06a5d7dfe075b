import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'
import { text } from '../../strings/text.ts'
import { roleItem } from './role-items.ts'

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
    return selectionText.trim() === '' ? [] : [{ ...roleItem('copy'), enabled: editFlags.canCopy }]
  }
  return [
    ...suggestions(context, replace),
    { ...roleItem('undo'), enabled: editFlags.canUndo },
    { ...roleItem('redo'), enabled: editFlags.canRedo },
    { type: 'separator' },
    { ...roleItem('cut'), enabled: editFlags.canCut },
    { ...roleItem('copy'), enabled: editFlags.canCopy },
    { ...roleItem('paste'), enabled: editFlags.canPaste },
    { ...roleItem('selectAll'), enabled: editFlags.canSelectAll },
  ]
}

function suggestions(
  { misspelledWord, dictionarySuggestions }: MenuContext,
  replace: (word: string) => void,
): readonly MenuItemConstructorOptions[] {
  if (misspelledWord === '') return []
  const suggested = dictionarySuggestions.slice(0, MAX_SUGGESTIONS)
  const items = suggested.map((word) => ({ label: word.replaceAll('&', '&&'), click: () => replace(word) }))
  return [
    ...(items.length === 0 ? [{ label: text('menu.noSuggestions'), enabled: false }] : items),
    { type: 'separator' },
  ]
}
