import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'
import { MAX_SUGGESTIONS } from '../../../src/shared/spelling.ts'
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

type MenuActs = {
  readonly replace: (word: string) => void
  /** Adds the word to the dictionary; null where the app has none. */
  readonly learn: ((word: string) => void) | null
}

/** The context menu of a text field and of selected text; empty everywhere else. */
export function fieldMenu(context: MenuContext, acts: MenuActs): readonly MenuItemConstructorOptions[] {
  const { isEditable, selectionText, editFlags } = context
  if (!isEditable) {
    return selectionText.trim() === '' ? [] : [{ ...roleItem('copy'), enabled: editFlags.canCopy }]
  }
  return [
    ...suggestions(context, acts),
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
  { replace, learn }: MenuActs,
): readonly MenuItemConstructorOptions[] {
  if (misspelledWord === '') return []
  const suggested = dictionarySuggestions.slice(0, MAX_SUGGESTIONS)
  const items = suggested.map((word) => ({ label: word.replaceAll('&', '&&'), click: () => replace(word) }))
  return [
    ...(items.length === 0 ? [{ label: text('menu.noSuggestions'), enabled: false }] : items),
    ...(learn === null ? [] : [{ label: text('menu.addToDictionary'), click: () => learn(misspelledWord) }]),
    { type: 'separator' },
  ]
}
